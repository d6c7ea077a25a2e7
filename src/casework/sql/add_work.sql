INSERT INTO casework_work (agency, case_id, place, title, level, begun_on, ended_on)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_work WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, NULL
