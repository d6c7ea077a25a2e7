INSERT INTO people_school_place (agency, child, position, school, kind, starts_on, ends_on)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? FROM people_school_place WHERE agency = ? AND child = ?
