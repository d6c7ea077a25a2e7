SELECT given_name, family_name, kind FROM people_other_name WHERE agency = ? AND person = ? ORDER BY position
