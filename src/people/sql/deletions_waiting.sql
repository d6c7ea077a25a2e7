SELECT person, proposed_by, proposed_at FROM people_deletion WHERE agency = ? AND deleted_at IS NULL ORDER BY proposed_at, person LIMIT 100
