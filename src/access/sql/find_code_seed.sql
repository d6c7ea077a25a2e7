SELECT sealed, confirmed_at, last_step
FROM access_code_seed
WHERE agency = ? AND user_id = ?
