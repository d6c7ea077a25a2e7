-- By the index people_person_born alone, day by day.
SELECT id, given_name, family_name, known_as, born_on
FROM people_person
WHERE agency = ? AND kind = 'child' AND merged_into IS NULL AND born_on > ?
ORDER BY born_on, id
LIMIT ?
