DELETE FROM people_tie WHERE agency = ? AND (child = ? OR adult = ?)
