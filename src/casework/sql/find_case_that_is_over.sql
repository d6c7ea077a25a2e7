SELECT work.id, work.number, CASE WHEN work.state = 'closed' THEN work.closed_on END AS over_on, work.child,
    hold.reason, hold.begun_at, hold.begun_by, hold.ending_asked_by, removal.proposed_at, removal.proposed_by
FROM casework_case AS work
LEFT JOIN casework_hold AS hold
    ON hold.agency = work.agency AND hold.kind = 'case' AND hold.record = work.id AND hold.ended_at IS NULL
LEFT JOIN casework_removal AS removal
    ON removal.agency = work.agency AND removal.kind = 'case' AND removal.record = work.id
    AND removal.over_on = work.closed_on
WHERE work.agency = ? AND work.id = ? AND (work.state = 'closed' OR hold.record IS NOT NULL)
