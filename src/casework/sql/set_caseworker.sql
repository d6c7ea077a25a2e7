UPDATE casework_case
SET caseworker = ?, state = ?, waiting_since = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
