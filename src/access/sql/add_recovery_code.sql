INSERT INTO access_recovery_code (agency, user_id, code_hash)
VALUES (?, ?, ?)
