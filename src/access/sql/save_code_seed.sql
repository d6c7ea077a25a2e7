INSERT INTO access_code_seed (agency, user_id, sealed, confirmed_at, last_step)
VALUES (?, ?, ?, NULL, 0)
ON CONFLICT (agency, user_id) DO UPDATE SET sealed = excluded.sealed, confirmed_at = NULL, last_step = 0
