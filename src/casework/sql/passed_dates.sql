SELECT d.name, d.words, d.due_on, d.ends, d.event, c.id AS case_id, c.number, c.child, c.caseworker
FROM casework_date d
CROSS JOIN casework_case c
WHERE c.agency = d.agency AND c.id = d.case_id
  AND d.agency = ? AND d.follows = 1 AND d.due_on >= ? AND d.due_on < ? AND c.state <> 'closed'
  AND NOT EXISTS (SELECT 1 FROM casework_task t WHERE t.agency = d.agency AND t.case_id = d.case_id AND t.duty = d.name)
ORDER BY d.due_on, c.number, d.words, d.name
LIMIT ?
