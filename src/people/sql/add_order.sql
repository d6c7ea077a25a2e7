INSERT INTO people_order (agency, child, position, kind, concerns, made_on, ends_on, document)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ? FROM people_order WHERE agency = ? AND child = ?
