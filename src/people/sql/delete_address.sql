DELETE FROM people_address WHERE agency = ? AND id = ?
