INSERT INTO mail_message (agency, message, sealed, state, made_at, try_after, tries)
VALUES (?, ?, ?, 'waiting', ?, ?, 0)
