SELECT told.id, told.taken_on AS over_on,
    hold.reason, hold.begun_at, hold.begun_by, hold.ending_asked_by, removal.proposed_at, removal.proposed_by
FROM casework_contact AS told
LEFT JOIN casework_hold AS hold
    ON hold.agency = told.agency AND hold.kind = 'contact' AND hold.record = told.id AND hold.ended_at IS NULL
LEFT JOIN casework_removal AS removal
    ON removal.agency = told.agency AND removal.kind = 'contact' AND removal.record = told.id
    AND removal.over_on = told.taken_on
WHERE told.agency = ? AND told.case_id IS NULL AND told.id = ?
