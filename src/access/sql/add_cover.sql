INSERT INTO access_cover (agency, absent, covered_by, first_day, last_day, made_by)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, absent, covered_by, first_day) DO UPDATE SET last_day = excluded.last_day, made_by = excluded.made_by
