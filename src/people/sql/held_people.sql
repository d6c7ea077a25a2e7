SELECT person FROM people_legal_hold WHERE agency = ? AND ended_at IS NULL
UNION
SELECT person FROM people_restriction WHERE agency = ? AND ended_at IS NULL
ORDER BY person
