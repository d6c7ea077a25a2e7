INSERT INTO sign_on_answered (agency, question, ends_at) VALUES (?, ?, ?)
ON CONFLICT (agency, question) DO NOTHING
