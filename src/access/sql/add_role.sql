INSERT INTO access_user_role (agency, user_id, role)
VALUES (?, ?, ?)
ON CONFLICT (agency, user_id, role) DO NOTHING
