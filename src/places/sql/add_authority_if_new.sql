INSERT INTO places_authority (code, name, region) VALUES (?, '', '') ON CONFLICT (code) DO NOTHING
