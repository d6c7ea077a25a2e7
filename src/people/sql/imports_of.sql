SELECT id, state, file_name, file_hash, created, updated, unchanged, rejected, held, sent_at, sent_by, made_at, undone_at
FROM people_import
WHERE agency = ? AND state <> 'sent'
ORDER BY sent_at DESC, id
LIMIT 50
