INSERT INTO casework_status (agency, id, case_id, said_at, said_by, next_step, next_on) VALUES (?, ?, ?, ?, ?, ?, ?)
