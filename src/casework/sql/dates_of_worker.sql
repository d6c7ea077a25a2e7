-- The cases come first: of the dates of a month most are of others' cases. SQLite keeps to the order of a
-- CROSS JOIN, and would take the index by day for "= 1".
SELECT d.name, d.words, d.due_on, d.ends, c.id AS case_id, c.number, c.child, c.caseworker
FROM casework_case c
CROSS JOIN casework_date d
WHERE d.agency = c.agency AND d.case_id = c.id
  AND d.agency = ? AND d.follows <> 0 AND d.due_on >= ? AND d.due_on <= ? AND c.state IN ('open', 'waiting', 'inactive')
  AND CASE WHEN c.caseworker IS NULL THEN c.opened_by ELSE c.caseworker END = ?
ORDER BY d.due_on, c.number, d.words, d.name
