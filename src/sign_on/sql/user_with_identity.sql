SELECT user_id FROM sign_on_identity WHERE agency = ? AND issuer = ? AND subject = ?
