SELECT user_id FROM access_user
WHERE agency = ? AND email = ?
