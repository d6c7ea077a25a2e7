SELECT id FROM people_person
WHERE agency = ? AND kind = 'child' AND merged_into IS NULL AND born_on < ?
ORDER BY born_on, id
LIMIT 1000
