SELECT position, reason, begun_by, begun_at, ending_asked_by
FROM people_legal_hold
WHERE agency = ? AND person = ? AND ended_at IS NULL
ORDER BY position
