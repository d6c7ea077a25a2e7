INSERT INTO casework_hold (agency, kind, record, place, reason, begun_at, begun_by)
SELECT ?, ?, ?, COALESCE((SELECT MAX(place) FROM casework_hold WHERE agency = ? AND kind = ? AND record = ?), 0) + 1, ?, ?, ?
