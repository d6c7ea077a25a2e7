DELETE FROM sign_on_question WHERE token_hash = ?
