SELECT upn FROM people_former_upn WHERE agency = ? AND person = ? ORDER BY upn
