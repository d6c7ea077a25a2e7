UPDATE access_user SET name = ?
WHERE agency = ? AND user_id = ?
