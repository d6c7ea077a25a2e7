SELECT COUNT(*) AS administrators
FROM access_user
JOIN access_user_role ON access_user_role.agency = access_user.agency AND access_user_role.user_id = access_user.user_id
WHERE access_user.agency = ? AND access_user_role.role = 'administrator' AND access_user.state <> 'disabled'
