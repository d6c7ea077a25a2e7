INSERT INTO access_failed_guess (target, failed_at, guess)
VALUES (?, ?, ?)
