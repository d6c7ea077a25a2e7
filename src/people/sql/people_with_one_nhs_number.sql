SELECT p.id, p.kind, p.given_name, p.family_name, p.known_as, p.born_on, p.nhs_number
FROM people_person p
WHERE p.agency = ? AND p.merged_into IS NULL AND p.nhs_number IN (
    SELECT n.nhs_number FROM people_person n
    WHERE n.agency = ? AND n.nhs_number IS NOT NULL AND n.merged_into IS NULL
    GROUP BY n.nhs_number
    HAVING count(*) > 1
    LIMIT 50
)
ORDER BY p.nhs_number, p.id
