SELECT id, kind, words, done_at, done_by, undone_at, undone_back
FROM casework_batch
WHERE agency = ? AND id = ?
