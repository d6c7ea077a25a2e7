INSERT INTO people_care (agency, child, position, starts_on, status, council, ends_on, recorded_at, recorded_by)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ? FROM people_care WHERE agency = ? AND child = ?
