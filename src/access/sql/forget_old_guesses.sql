DELETE FROM access_failed_guess
WHERE failed_at < ?
