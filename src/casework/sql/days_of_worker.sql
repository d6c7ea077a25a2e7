SELECT n.case_id, n.school, n.days
FROM casework_case c
JOIN casework_counted n ON n.agency = c.agency AND n.case_id = c.id
WHERE c.agency = ? AND c.state IN ('open', 'waiting', 'inactive') AND CASE WHEN c.caseworker IS NULL THEN c.opened_by ELSE c.caseworker END = ?
