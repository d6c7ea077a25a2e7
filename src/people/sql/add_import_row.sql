INSERT INTO people_import_row (agency, import, number, reason) VALUES (?, ?, ?, ?)
