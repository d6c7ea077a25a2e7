INSERT INTO access_link (agency, user_id, token_hash, kind, created_at, ends_at)
VALUES (?, ?, ?, ?, ?, ?)
