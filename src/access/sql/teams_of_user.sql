SELECT team
FROM access_user_team
WHERE agency = ? AND user_id = ?
ORDER BY team
