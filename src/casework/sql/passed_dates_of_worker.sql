-- A date is settled once there is a task about it, whatever became of the task. The order of the CROSS JOIN is kept, as for the
-- dates that are ahead.
SELECT d.name, d.words, d.due_on, d.ends, d.event, c.id AS case_id, c.number, c.child, c.caseworker
FROM casework_case c
CROSS JOIN casework_date d
WHERE d.agency = c.agency AND d.case_id = c.id
  AND d.agency = ? AND d.follows <> 0 AND d.due_on >= ? AND d.due_on < ? AND c.state IN ('open', 'waiting', 'inactive')
  AND CASE WHEN c.caseworker IS NULL THEN c.opened_by ELSE c.caseworker END = ?
  AND NOT EXISTS (SELECT 1 FROM casework_task t WHERE t.agency = d.agency AND t.case_id = d.case_id AND t.duty = d.name)
ORDER BY d.due_on, c.number, d.words, d.name
