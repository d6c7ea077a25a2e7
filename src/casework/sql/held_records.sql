SELECT hold.kind, hold.record AS id, work.number,
    COALESCE(CASE WHEN work.state = 'closed' THEN work.closed_on END, told.taken_on) AS over_on,
    hold.reason, hold.begun_at, hold.begun_by, hold.ending_asked_by
FROM casework_hold AS hold
LEFT JOIN casework_case AS work ON work.agency = hold.agency AND hold.kind = 'case' AND work.id = hold.record
LEFT JOIN casework_contact AS told
    ON told.agency = hold.agency AND hold.kind = 'contact' AND told.id = hold.record AND told.case_id IS NULL
WHERE hold.agency = ? AND hold.ended_at IS NULL AND (work.id IS NOT NULL OR told.id IS NOT NULL)
ORDER BY hold.begun_at, hold.record
LIMIT ? OFFSET ?
