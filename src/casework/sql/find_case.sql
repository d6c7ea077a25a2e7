SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, version
FROM casework_case
WHERE agency = ? AND id = ?
