SELECT id, done_at, done_by, caseworker, reason, undone_at
FROM casework_bulk
WHERE agency = ?
ORDER BY done_at DESC, id
LIMIT ?
