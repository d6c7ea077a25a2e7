DELETE FROM people_caseload WHERE agency = ? AND person = ?
