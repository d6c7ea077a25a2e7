DELETE FROM access_user_role
WHERE agency = ? AND user_id = ?
