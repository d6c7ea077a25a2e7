INSERT INTO people_limit (agency, id, person, kind, user_id, reason, set_by, set_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
