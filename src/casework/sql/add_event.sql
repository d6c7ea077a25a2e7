INSERT INTO casework_event (agency, id, case_id, kind, added_at, added_by, version)
VALUES (?, ?, ?, ?, ?, ?, 1)
