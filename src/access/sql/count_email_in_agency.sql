SELECT count(*) AS users
FROM access_user
WHERE agency = ? AND email = ?
