UPDATE casework_case
SET state = ?, closed_on = ?, waiting_since = ?, waiting_reason = ?, priority = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
