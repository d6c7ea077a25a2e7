DELETE FROM access_request
WHERE agency = ? AND user_id = ? AND kind = ?
