UPDATE access_code_seed SET confirmed_at = ?
WHERE agency = ? AND user_id = ?
