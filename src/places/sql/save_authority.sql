INSERT INTO places_authority (code, name, region) VALUES (?, ?, ?)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region
