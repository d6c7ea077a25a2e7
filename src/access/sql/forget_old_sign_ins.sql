DELETE FROM access_sign_in
WHERE ends_at < ?
