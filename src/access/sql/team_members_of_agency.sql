SELECT user_id, team
FROM access_user_team
WHERE agency = ?
