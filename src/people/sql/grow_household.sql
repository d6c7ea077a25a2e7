UPDATE people_household SET version = version + 1 WHERE agency = ? AND id = ? AND version = ?
