INSERT INTO forms_saved_view (agency, id, list, made_by, name, shared, asked, made_at, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
