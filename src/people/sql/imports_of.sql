SELECT id, file_name, file_hash, created, updated, unchanged, rejected, held, made_at, undone_at
FROM people_import
WHERE agency = ?
ORDER BY made_at DESC, id
LIMIT 50
