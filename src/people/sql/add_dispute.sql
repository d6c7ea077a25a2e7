INSERT INTO people_dispute (agency, id, person, about, recorded, said, said_by, noted_by, noted_at, outcome)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
