DELETE FROM sign_on_question WHERE ends_at < ?
