INSERT INTO casework_case_state (agency, case_id, place, state, since, reason, stated_by)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_case_state WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, ?
