INSERT INTO people_export (agency, id, asked_by, asked_at, purpose, children) VALUES (?, ?, ?, ?, ?, ?)
