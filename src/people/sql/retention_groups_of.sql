SELECT record_group, closed_on, decided_on, put_by, put_at FROM people_retention_group WHERE agency = ? AND person = ? ORDER BY record_group
