SELECT agency, user_id, provider, secrets, next_page, ends_at FROM sign_on_question WHERE token_hash = ?
