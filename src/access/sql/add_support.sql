INSERT INTO access_support (agency, support, user_id, reason, given_by, given_at, ends_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
