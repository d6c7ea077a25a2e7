DELETE FROM people_retention_group WHERE agency = ? AND person = ?
