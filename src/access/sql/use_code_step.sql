UPDATE access_code_seed SET last_step = ?
WHERE agency = ? AND user_id = ? AND last_step < ?
