SELECT team, name
FROM access_team
WHERE agency = ?
ORDER BY name
