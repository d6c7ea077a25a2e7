INSERT INTO people_retention_group (agency, person, record_group, closed_on, decided_on, put_by, put_at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, person, record_group) DO UPDATE SET closed_on = excluded.closed_on, decided_on = excluded.decided_on,
    put_by = excluded.put_by, put_at = excluded.put_at
