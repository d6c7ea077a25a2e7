SELECT count(DISTINCT person) AS records FROM people_caseload WHERE agency = ? AND holder = ? AND holder_kind = 'team'
