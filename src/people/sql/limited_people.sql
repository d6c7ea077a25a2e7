-- Who is under a limit, or has a record under one shown as part of theirs; each by the record under which they are shown.
WITH RECURSIVE limited(person) AS (
    SELECT person FROM people_limit WHERE agency = ? AND lifted_at IS NULL
    UNION
    SELECT p.merged_into
    FROM limited l JOIN people_person p ON p.agency = ? AND p.id = l.person
    WHERE p.merged_into IS NOT NULL
)
SELECT p.id, p.kind
FROM limited l JOIN people_person p ON p.agency = ? AND p.id = l.person
WHERE p.merged_into IS NULL
ORDER BY p.id
