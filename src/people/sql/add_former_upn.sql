INSERT INTO people_former_upn (agency, person, upn) VALUES (?, ?, ?) ON CONFLICT (agency, person, upn) DO NOTHING
