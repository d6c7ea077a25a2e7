SELECT id, kind, words, done_at, done_by, undone_at, undone_back
FROM casework_batch
WHERE agency = ? AND done_by = ?
ORDER BY done_at DESC, id
LIMIT ?
