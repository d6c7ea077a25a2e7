UPDATE access_sign_in SET seen_at = ?, ends_at = ?
WHERE agency = ? AND sign_in = ?
