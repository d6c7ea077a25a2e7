SELECT starts_on, status, need, note FROM people_sen WHERE agency = ? AND child = ? ORDER BY starts_on, position
