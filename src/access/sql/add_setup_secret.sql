INSERT INTO access_setup (secret_hash, made_at, ends_at)
VALUES (?, ?, ?)
