DELETE FROM people_caseload WHERE agency = ? AND person = ? AND holder = ? AND holder_kind = 'user'
