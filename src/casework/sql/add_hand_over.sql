INSERT INTO casework_hand_over (agency, code_id, contact, made_on, taken_at, taken_by, answers)
VALUES (?, ?, ?, ?, ?, ?, ?)
