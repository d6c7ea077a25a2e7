SELECT person FROM people_caseload WHERE agency = ? AND holder = ?
