INSERT INTO casework_feedback_link (agency, token_hash, case_id, made_on, made_by, last_day) VALUES (?, ?, ?, ?, ?, ?)
