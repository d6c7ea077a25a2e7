SELECT d.name, d.words, d.due_on, d.ends, c.id AS case_id, c.number, c.child, c.caseworker
FROM casework_date d
JOIN casework_case c ON c.agency = d.agency AND c.id = d.case_id
WHERE d.agency = ? AND d.follows = 1 AND d.due_on >= ? AND d.due_on <= ? AND c.state <> 'closed'
  AND COALESCE(c.caseworker, c.opened_by) = ?
ORDER BY d.due_on, c.number, d.words, d.name
