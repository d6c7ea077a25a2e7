DELETE FROM people_person WHERE agency = ? AND id = ?
