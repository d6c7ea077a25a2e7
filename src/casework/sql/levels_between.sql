SELECT l.case_id, MAX(l.level) AS highest
FROM casework_level l JOIN casework_case c ON c.agency = l.agency AND c.id = l.case_id
WHERE l.agency = ? AND l.moved_on <= ? AND c.opened_on <= ? AND (c.closed_on IS NULL OR c.closed_on >= ?)
GROUP BY l.case_id
