SELECT id, person, ground, reason, begun_by, begun_at, told_on, ended_at
FROM people_restriction
WHERE agency = ? AND ended_at IS NULL
ORDER BY begun_at, id
