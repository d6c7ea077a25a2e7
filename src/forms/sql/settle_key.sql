UPDATE forms_key SET answer = ? WHERE agency = ? AND user_id = ? AND key_hash = ?
