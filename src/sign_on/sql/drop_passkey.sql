DELETE FROM sign_on_passkey WHERE agency = ? AND user_id = ? AND id = ?
