INSERT INTO casework_need (agency, id, case_id, kind, words, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)
