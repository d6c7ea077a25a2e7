DELETE FROM people_limit WHERE agency = ? AND person = ?
