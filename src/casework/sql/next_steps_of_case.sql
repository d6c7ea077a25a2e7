SELECT step.id, step.case_id, step.advised_on, step.kind, step.place, step.starts_on, step.advised, step.added_at, step.added_by,
    learnt.result, learnt.note, learnt.added_at AS learnt_at, learnt.added_by AS learnt_by
FROM casework_next_step AS step
LEFT JOIN casework_next_step_result AS learnt ON learnt.agency = step.agency AND learnt.next_step = step.id
WHERE step.agency = ? AND step.case_id = ?
ORDER BY step.advised_on DESC, step.added_at DESC, step.id, learnt.place
