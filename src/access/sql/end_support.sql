UPDATE access_support SET ended_at = ?
WHERE agency = ? AND user_id = ? AND ended_at IS NULL AND ends_at > ?
