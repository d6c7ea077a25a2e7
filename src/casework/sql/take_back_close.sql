INSERT INTO casework_close_taken_back (agency, case_id, place, taken_back_at, taken_back_by)
SELECT agency, case_id, MAX(place), ?, ?
FROM casework_close
WHERE agency = ? AND case_id = ?
GROUP BY agency, case_id
