UPDATE access_sign_in SET ends_at = ?, ends_latest_at = ?
WHERE agency = ? AND sign_in = ?
