INSERT INTO sign_on_passkey (agency, id, user_id, name, public_key, signed_so_far, made_at, used_at)
VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
ON CONFLICT (id) DO NOTHING
