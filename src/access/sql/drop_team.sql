DELETE FROM access_team
WHERE agency = ? AND team = ?
