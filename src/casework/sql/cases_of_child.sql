SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, priority, waiting_since, waiting_reason, version
FROM casework_case
WHERE agency = ? AND child = ?
ORDER BY number DESC
