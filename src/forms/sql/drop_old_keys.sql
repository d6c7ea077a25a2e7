DELETE FROM forms_key WHERE agency = ? AND user_id = ? AND used_at < ?
