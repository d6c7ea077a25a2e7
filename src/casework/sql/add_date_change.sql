INSERT INTO casework_date_change (agency, case_id, place, name, words, was, now_on, why, changed_at)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_date_change WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, ?, ?, ?
