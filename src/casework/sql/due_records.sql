-- Cases and contacts whose time has passed, each kind by a last day of its own. The third value names the children
-- whose own record is held: their cases stay.
SELECT 'case' AS kind, work.id, work.number, work.closed_on AS over_on, removal.proposed_at, removal.proposed_by
FROM casework_case AS work
LEFT JOIN casework_hold AS hold
    ON hold.agency = work.agency AND hold.kind = 'case' AND hold.record = work.id AND hold.ended_at IS NULL
LEFT JOIN casework_removal AS removal
    ON removal.agency = work.agency AND removal.kind = 'case' AND removal.record = work.id
    AND removal.over_on = work.closed_on
WHERE work.agency = ? AND work.state = 'closed' AND work.closed_on <= ? AND hold.record IS NULL
    AND ? NOT LIKE ('%' || work.child || '%')
UNION ALL
SELECT 'contact', told.id, NULL, told.taken_on, removal.proposed_at, removal.proposed_by
FROM casework_contact AS told
LEFT JOIN casework_hold AS hold
    ON hold.agency = told.agency AND hold.kind = 'contact' AND hold.record = told.id AND hold.ended_at IS NULL
LEFT JOIN casework_removal AS removal
    ON removal.agency = told.agency AND removal.kind = 'contact' AND removal.record = told.id
    AND removal.over_on = told.taken_on
WHERE told.agency = ? AND told.case_id IS NULL AND told.taken_on <= ? AND hold.record IS NULL
ORDER BY over_on, id
LIMIT ? OFFSET ?
