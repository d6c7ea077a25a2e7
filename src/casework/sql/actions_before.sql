SELECT id, case_id, kind, stage, minutes, done_on, what, worker, shown, corrected_at AS recorded_at,
       corrected_by AS recorded_by, version
FROM casework_action_before
WHERE agency = ? AND id = ?
ORDER BY version
