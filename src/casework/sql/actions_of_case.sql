SELECT id, case_id, kind, stage, minutes, done_on, what, worker, shown, recorded_at, recorded_by, version
FROM casework_action
WHERE agency = ? AND case_id = ?
ORDER BY done_on DESC, recorded_at DESC, id
