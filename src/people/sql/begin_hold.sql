INSERT INTO people_legal_hold (agency, person, position, reason, begun_by, begun_at)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ? FROM people_legal_hold WHERE agency = ? AND person = ?
