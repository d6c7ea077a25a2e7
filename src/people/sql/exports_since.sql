SELECT id, asked_by, asked_at, purpose, children, agreed_by, agreed_at
FROM people_export
WHERE agency = ? AND asked_at > ?
ORDER BY asked_at DESC, id
