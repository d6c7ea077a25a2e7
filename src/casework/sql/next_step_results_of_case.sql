SELECT step.advised_on, step.kind, latest.result
FROM casework_next_step AS step
LEFT JOIN casework_next_step_result AS latest ON latest.agency = step.agency AND latest.next_step = step.id
    AND latest.place = (SELECT MAX(every.place) FROM casework_next_step_result AS every
                        WHERE every.agency = step.agency AND every.next_step = step.id)
WHERE step.agency = ? AND step.case_id = ?
