INSERT INTO people_complaint (agency, id, received_on, came_from, about, progress, outcome, made_by, version)
VALUES (?, ?, ?, ?, ?, '', '', ?, 1)
