SELECT id, case_id, kind, stage, minutes, done_on, what, worker, shown, recorded_at, recorded_by, version
FROM casework_action
WHERE agency = ? AND case_id = ? AND id = ?
