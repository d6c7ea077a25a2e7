SELECT support FROM access_support
WHERE agency = ? AND user_id = ? AND given_at <= ? AND ends_at > ? AND ended_at IS NULL
LIMIT 1
