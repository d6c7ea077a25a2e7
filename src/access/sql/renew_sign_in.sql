UPDATE access_sign_in SET token_hash = ?, form_token = ?
WHERE agency = ? AND sign_in = ?
