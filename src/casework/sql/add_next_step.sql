INSERT INTO casework_next_step (agency, id, case_id, advised_on, kind, place, starts_on, advised, added_at, added_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
