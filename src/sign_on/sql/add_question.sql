INSERT INTO sign_on_question (agency, token_hash, user_id, provider, secrets, next_page, ends_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
