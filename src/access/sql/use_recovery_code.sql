UPDATE access_recovery_code SET used_at = ?
WHERE agency = ? AND user_id = ? AND code_hash = ? AND used_at IS NULL
