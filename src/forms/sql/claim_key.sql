INSERT INTO forms_key (agency, user_id, key_hash, used_at, answer) VALUES (?, ?, ?, ?, '')
ON CONFLICT (agency, user_id, key_hash) DO NOTHING
