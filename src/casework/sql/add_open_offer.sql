INSERT INTO casework_open_offer (agency, id, held_on, kind, title, people, minutes, recorded_at, recorded_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
