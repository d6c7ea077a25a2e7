SELECT p.needs
FROM casework_profile p JOIN casework_case c ON c.agency = p.agency AND c.id = p.case_id
WHERE p.agency = ? AND p.needs <> '' AND c.opened_on <= ? AND (c.closed_on IS NULL OR c.closed_on >= ?)
  AND p.version = (SELECT MAX(q.version) FROM casework_profile q WHERE q.agency = p.agency AND q.case_id = p.case_id)
