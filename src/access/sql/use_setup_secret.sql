UPDATE access_setup SET used_at = ?
WHERE secret_hash = ? AND used_at IS NULL AND ends_at > ?
