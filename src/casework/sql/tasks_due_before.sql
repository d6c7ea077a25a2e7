SELECT t.id, t.case_id, t.title, t.due_on, t.due_minute, t.owner, t.state, t.waiting_for, t.duty, t.added_at, t.added_by, t.settled_at, t.settled_by, t.version,
    c.number, c.child, c.caseworker
FROM casework_task t
LEFT JOIN casework_case c ON c.agency = t.agency AND c.id = t.case_id
WHERE t.agency = ? AND t.state IN ('open', 'waiting') AND COALESCE(c.state, 'open') <> 'closed' AND t.due_on < ?
ORDER BY t.due_on, t.id
LIMIT ?
