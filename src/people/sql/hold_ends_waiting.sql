SELECT person, min(ending_asked_by) AS asked_by FROM people_legal_hold
WHERE agency = ? AND ended_at IS NULL AND ending_asked_by IS NOT NULL
GROUP BY person
ORDER BY person
LIMIT 100
