SELECT max(ends_at) AS ends_at FROM access_break_glass
WHERE agency = ? AND user_id = ? AND record = ? AND opened_at <= ? AND ends_at > ?
