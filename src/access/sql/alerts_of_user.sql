SELECT alert, about, glass, sent_at, read_at FROM access_alert WHERE agency = ? AND user_id = ? ORDER BY sent_at DESC, alert
