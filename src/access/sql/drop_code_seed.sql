DELETE FROM access_code_seed
WHERE agency = ? AND user_id = ?
