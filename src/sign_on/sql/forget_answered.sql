DELETE FROM sign_on_answered WHERE ends_at < ?
