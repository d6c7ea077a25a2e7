INSERT INTO casework_batch (agency, id, kind, words, done_at, done_by, undone_at, undone_by, undone_back)
VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, 0)
