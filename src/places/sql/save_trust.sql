INSERT INTO places_trust (uid, name) VALUES (?, ?) ON CONFLICT (uid) DO UPDATE SET name = excluded.name
