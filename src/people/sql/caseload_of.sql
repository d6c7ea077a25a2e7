SELECT holder, holder_kind FROM people_caseload WHERE agency = ? AND person = ? ORDER BY holder
