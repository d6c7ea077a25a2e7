INSERT INTO access_user_team (agency, user_id, team)
VALUES (?, ?, ?)
