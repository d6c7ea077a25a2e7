SELECT agency, user_id, kind, ends_at
FROM access_link
WHERE token_hash = ?
