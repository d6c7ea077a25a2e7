SELECT agency, user_id, name, email, state, password_hash
FROM access_user
WHERE agency = ? AND user_id = ?
