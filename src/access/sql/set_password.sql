UPDATE access_user SET password_hash = ?
WHERE agency = ? AND user_id = ?
