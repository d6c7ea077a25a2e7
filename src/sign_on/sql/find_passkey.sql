SELECT agency, id, user_id, name, public_key, signed_so_far, made_at, used_at
FROM sign_on_passkey WHERE id = ?
