SELECT record_group, closed_on, decided_on FROM people_retention_group WHERE agency = ? AND person = ? ORDER BY record_group
