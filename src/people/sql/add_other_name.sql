INSERT INTO people_other_name (agency, person, position, given_name, family_name, kind)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ? FROM people_other_name WHERE agency = ? AND person = ?
