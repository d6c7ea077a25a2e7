UPDATE casework_release SET state = ?, released_at = ?, released_by = ?, version = version + 1
WHERE agency = ? AND id = ? AND state = 'preparing' AND version = ?
