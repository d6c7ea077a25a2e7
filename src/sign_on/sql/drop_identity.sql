DELETE FROM sign_on_identity WHERE agency = ? AND user_id = ? AND provider = ?
