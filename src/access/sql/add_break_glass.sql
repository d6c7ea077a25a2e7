INSERT INTO access_break_glass (agency, glass, user_id, record_kind, record, reason, opened_at, ends_at, review_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
