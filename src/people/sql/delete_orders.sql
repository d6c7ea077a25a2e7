DELETE FROM people_order WHERE agency = ? AND child = ?
