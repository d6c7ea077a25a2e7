INSERT INTO access_alerted (agency, place, user_id) VALUES (?, ?, ?)
