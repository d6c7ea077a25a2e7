INSERT INTO casework_feedback (agency, id, month, score, words) VALUES (?, ?, ?, ?, ?)
