UPDATE access_user SET state = ?, disabled_at = ?
WHERE agency = ? AND user_id = ?
