SELECT agency, user_id, name, email, state, password_hash
FROM access_user
WHERE email = ?
ORDER BY CASE state WHEN 'active' THEN 0 ELSE 1 END, created_at, user_id
LIMIT 1
