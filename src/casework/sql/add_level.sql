INSERT INTO casework_level (agency, case_id, place, work, level, moved_on, reason, moved_by)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_level WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, ?, ?
