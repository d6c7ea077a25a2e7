INSERT INTO access_team (agency, team, name)
VALUES (?, ?, ?)
