DELETE FROM people_care WHERE agency = ? AND child = ?
