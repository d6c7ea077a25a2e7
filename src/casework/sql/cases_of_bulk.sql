SELECT case_id, caseworker, caseworker_before, state_before, waiting_since_before
FROM casework_allocation
WHERE agency = ? AND bulk = ?
ORDER BY case_id
