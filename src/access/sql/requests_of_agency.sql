SELECT user_id, kind, asked_by, asked_at
FROM access_request
WHERE agency = ?
ORDER BY asked_at
