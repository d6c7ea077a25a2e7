INSERT INTO casework_bulk (agency, id, done_at, done_by, caseworker, reason, undone_at, undone_by)
VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)
