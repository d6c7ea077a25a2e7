SELECT id, kept, joined, proposed_by, proposed_at, agreed_by, made_at, undone_at
FROM people_merge
WHERE agency = ? AND made_at IS NULL AND undone_at IS NULL
ORDER BY proposed_at, id
LIMIT 100
