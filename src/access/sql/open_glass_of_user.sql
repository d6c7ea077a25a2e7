SELECT glass FROM access_break_glass
WHERE agency = ? AND user_id = ? AND opened_at <= ? AND ends_at > ?
LIMIT 1
