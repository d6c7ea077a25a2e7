INSERT INTO places_calendar (owner_kind, owner, term_system, source, stated_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (owner_kind, owner) DO UPDATE SET
    term_system = excluded.term_system, source = excluded.source, stated_at = excluded.stated_at
