INSERT INTO casework_link (agency, id, case_id, purpose, person, thread, about, digest, made_at, made_by, ends_at, event)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
