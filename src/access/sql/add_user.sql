INSERT INTO access_user (agency, user_id, name, email, state, created_at)
VALUES (?, ?, ?, ?, 'invited', ?)
