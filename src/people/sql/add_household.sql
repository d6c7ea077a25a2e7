INSERT INTO people_household (agency, id, name, version) VALUES (?, ?, ?, 1)
