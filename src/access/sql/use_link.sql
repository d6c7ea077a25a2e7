DELETE FROM access_link
WHERE token_hash = ?
