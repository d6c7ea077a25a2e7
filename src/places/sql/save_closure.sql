INSERT INTO places_calendar_closure (owner_kind, owner, reason, name, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (owner_kind, owner, reason, first_day, last_day) DO UPDATE SET name = excluded.name
