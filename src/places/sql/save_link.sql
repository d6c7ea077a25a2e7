INSERT INTO places_link (school, other, kind, recorded_kind, other_name, since) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (school, other, kind) DO UPDATE SET
    recorded_kind = excluded.recorded_kind, other_name = excluded.other_name, since = excluded.since
