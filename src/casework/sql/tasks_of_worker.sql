-- A task is its owner's; without one, it is whoever's the case is; without a case, who added it. SQLite keeps to the order of a
-- CROSS JOIN: cases of one person first, then their tasks.
WITH own AS MATERIALIZED (
    SELECT t.id
    FROM casework_task t
    WHERE t.agency = ? AND t.owner = ? AND t.state IN ('open', 'waiting')
    UNION ALL
    SELECT t.id
    FROM casework_case c
    CROSS JOIN casework_task t
    WHERE t.agency = c.agency AND t.case_id = c.id AND t.state IN ('open', 'waiting') AND c.agency = ? AND CASE WHEN c.caseworker IS NULL THEN c.opened_by ELSE c.caseworker END = ? AND c.state IN ('open', 'waiting', 'inactive') AND (t.owner IS NULL OR t.owner = '')
    UNION ALL
    SELECT t.id
    FROM casework_task t
    WHERE t.agency = ? AND t.case_id IS NULL AND t.state IN ('open', 'waiting') AND (t.owner IS NULL OR t.owner = '') AND t.added_by = ?
)
SELECT t.id, t.case_id, t.title, t.due_on, t.due_minute, t.owner, t.state, t.waiting_for, t.duty, t.added_at, t.added_by, t.settled_at, t.settled_by, t.version,
    c.number, c.child, c.caseworker
FROM own
JOIN casework_task t ON t.agency = ? AND t.id = own.id
LEFT JOIN casework_case c ON c.agency = t.agency AND c.id = t.case_id
WHERE COALESCE(c.state, 'open') <> 'closed'
ORDER BY COALESCE(t.due_on, '9999-12-31'), t.added_at, t.id
