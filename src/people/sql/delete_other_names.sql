DELETE FROM people_other_name WHERE agency = ? AND person = ?
