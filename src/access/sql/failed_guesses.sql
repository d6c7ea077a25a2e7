SELECT failed_at
FROM access_failed_guess
WHERE target = ? AND failed_at > ?
ORDER BY failed_at DESC
LIMIT 1100
