DELETE FROM access_link
WHERE agency = ? AND user_id = ?
