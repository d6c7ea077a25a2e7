INSERT INTO casework_signpost_place (agency, id, name, kind, help, reach, retired)
VALUES (?, ?, ?, ?, ?, ?, 0)
