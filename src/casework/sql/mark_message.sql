INSERT INTO casework_message_mark (agency, message, mark, marked_at, marked_by, reason)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, message, mark) DO NOTHING
