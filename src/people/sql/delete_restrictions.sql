DELETE FROM people_restriction WHERE agency = ? AND person = ?
