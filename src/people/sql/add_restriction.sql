INSERT INTO people_restriction (agency, id, person, ground, reason, begun_by, begun_at) VALUES (?, ?, ?, ?, ?, ?, ?)
