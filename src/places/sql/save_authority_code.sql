INSERT INTO places_authority_code (authority, ons_code, first_year, last_year) VALUES (?, ?, ?, ?)
ON CONFLICT (authority, ons_code) DO UPDATE SET first_year = excluded.first_year, last_year = excluded.last_year
