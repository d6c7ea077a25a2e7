SELECT id FROM people_merge
WHERE agency = ? AND made_at IS NULL AND undone_at IS NULL AND ((kept = ? AND joined = ?) OR (kept = ? AND joined = ?))
LIMIT 1
