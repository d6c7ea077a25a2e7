UPDATE access_alert SET read_at = ? WHERE agency = ? AND user_id = ? AND read_at IS NULL
