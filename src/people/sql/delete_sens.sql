DELETE FROM people_sen WHERE agency = ? AND child = ?
