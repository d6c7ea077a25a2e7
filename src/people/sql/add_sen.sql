INSERT INTO people_sen (agency, child, position, starts_on, status, need, note, recorded_at, recorded_by)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ? FROM people_sen WHERE agency = ? AND child = ?
