SELECT answer FROM forms_key WHERE agency = ? AND user_id = ? AND key_hash = ?
