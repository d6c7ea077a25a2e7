INSERT INTO casework_signpost (agency, id, contact, place, place_name, why, given_at, given_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
