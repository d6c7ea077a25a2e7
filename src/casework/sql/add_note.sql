INSERT INTO casework_note (agency, id, case_id, about_on, words, written_at, written_by, version)
VALUES (?, ?, ?, ?, ?, ?, ?, 1)
