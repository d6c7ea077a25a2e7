INSERT INTO access_request (agency, user_id, kind, asked_by, asked_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, user_id, kind) DO NOTHING
