SELECT place, state, since, reason, stated_by
FROM casework_case_state
WHERE agency = ? AND case_id = ?
ORDER BY place
