DELETE FROM access_sign_in
WHERE agency = ? AND user_id = ? AND sign_in = ?
