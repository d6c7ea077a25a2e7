INSERT INTO access_api_key (agency, api_key, name, purpose, key_hash, made_by, made_at, ends_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
