DELETE FROM access_failed_guess
WHERE target = ?
