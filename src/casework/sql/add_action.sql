INSERT INTO casework_action
    (agency, id, case_id, kind, stage, minutes, done_on, what, worker, shown, recorded_at, recorded_by, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
