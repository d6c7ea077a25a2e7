DELETE FROM people_change WHERE agency = ? AND person = ?
