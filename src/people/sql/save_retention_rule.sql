INSERT INTO people_retention_rule (agency, record_group, starting, years, months, action, source) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, record_group, starting) DO UPDATE SET
    years = excluded.years, months = excluded.months, action = excluded.action, source = excluded.source
