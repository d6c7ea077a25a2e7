SELECT user_id, role
FROM access_user_role
WHERE agency = ?
