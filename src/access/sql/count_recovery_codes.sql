SELECT COUNT(*) AS codes
FROM access_recovery_code
WHERE agency = ? AND user_id = ? AND used_at IS NULL
