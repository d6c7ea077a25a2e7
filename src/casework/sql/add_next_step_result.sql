INSERT INTO casework_next_step_result (agency, next_step, place, result, note, added_at, added_by)
SELECT step.agency, step.id,
    COALESCE((SELECT MAX(earlier.place) FROM casework_next_step_result AS earlier
              WHERE earlier.agency = step.agency AND earlier.next_step = step.id), 0) + 1, ?, ?, ?, ?
FROM casework_next_step AS step
WHERE step.agency = ? AND step.id = ? AND step.case_id = ?
