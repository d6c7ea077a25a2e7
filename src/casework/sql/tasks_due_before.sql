-- The cases that are not closed come first: a case may be closed with tasks undone, and their number grows with the years. SQLite keeps to
-- the order of a CROSS JOIN.
WITH due AS MATERIALIZED (
    SELECT id FROM (
        SELECT t.id, t.due_on
        FROM casework_case c
        CROSS JOIN casework_task t
        WHERE t.agency = c.agency AND t.case_id = c.id AND t.state IN ('open', 'waiting') AND t.due_on < ? AND c.agency = ? AND c.state IN ('open', 'waiting', 'inactive')
        UNION ALL
        SELECT t.id, t.due_on
        FROM casework_task t
        WHERE t.agency = ? AND t.case_id IS NULL AND t.state IN ('open', 'waiting') AND t.due_on < ?
    ) AS one
    ORDER BY due_on, id
    LIMIT ?
)
SELECT t.id, t.case_id, t.title, t.due_on, t.due_minute, t.owner, t.state, t.waiting_for, t.duty, t.added_at, t.added_by, t.settled_at, t.settled_by, t.version,
    c.number, c.child, c.caseworker
FROM due
JOIN casework_task t ON t.agency = ? AND t.id = due.id
LEFT JOIN casework_case c ON c.agency = t.agency AND c.id = t.case_id
ORDER BY t.due_on, t.id
