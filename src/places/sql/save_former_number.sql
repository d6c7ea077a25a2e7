INSERT INTO places_former_number (urn, laestab) VALUES (?, ?) ON CONFLICT (urn, laestab) DO NOTHING
