INSERT INTO places_calendar_term (owner_kind, owner, kind, name, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (owner_kind, owner, kind, first_day, last_day) DO UPDATE SET name = excluded.name
