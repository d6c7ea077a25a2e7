SELECT id, done_at, done_by, caseworker, reason, undone_at
FROM casework_bulk
WHERE agency = ? AND id = ?
