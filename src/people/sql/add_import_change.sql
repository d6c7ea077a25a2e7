INSERT INTO people_import_change (agency, import, position, person, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)
