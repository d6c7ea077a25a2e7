DELETE FROM people_former_upn WHERE agency = ? AND person = ?
