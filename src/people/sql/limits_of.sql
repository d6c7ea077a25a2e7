SELECT id, person, kind, user_id, reason, set_by, set_at
FROM people_limit
WHERE agency = ? AND person = ? AND lifted_at IS NULL
ORDER BY set_at, id
