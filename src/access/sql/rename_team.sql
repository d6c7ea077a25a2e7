UPDATE access_team SET name = ?
WHERE agency = ? AND team = ? AND name = ?
