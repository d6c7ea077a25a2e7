DELETE FROM access_recovery_code
WHERE agency = ? AND user_id = ?
