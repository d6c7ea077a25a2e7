SELECT id AS person FROM people_person WHERE agency = ? AND kind = 'child' AND merged_into IS NULL
