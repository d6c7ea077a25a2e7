SELECT place, caseworker, since, reason, allocated_by
FROM casework_allocation
WHERE agency = ? AND case_id = ?
ORDER BY place
