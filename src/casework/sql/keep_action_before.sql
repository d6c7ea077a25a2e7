INSERT INTO casework_action_before
    (agency, id, version, case_id, kind, stage, minutes, done_on, what, worker, shown, corrected_at, corrected_by)
SELECT agency, id, version, case_id, kind, stage, minutes, done_on, what, worker, shown, ?, ?
FROM casework_action
WHERE agency = ? AND case_id = ? AND id = ? AND version = ?
