UPDATE access_sign_in SET token_hash = ?, form_token = ?, proved_at = ?, seen_at = ?, ends_at = ?
WHERE agency = ? AND sign_in = ?
