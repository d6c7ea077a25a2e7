SELECT role
FROM access_user_role
WHERE agency = ? AND user_id = ?
ORDER BY role
