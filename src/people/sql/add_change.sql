INSERT INTO people_change (agency, person, position, field, before, after, note, changed_at, changed_by)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ? FROM people_change WHERE agency = ? AND person = ?
