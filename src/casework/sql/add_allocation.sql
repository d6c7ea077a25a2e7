INSERT INTO casework_allocation
    (agency, case_id, place, caseworker, caseworker_before, state_before, waiting_since_before, since, reason, bulk, allocated_by)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_allocation WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
