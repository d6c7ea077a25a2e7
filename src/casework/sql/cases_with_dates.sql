SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, priority, waiting_since, waiting_reason, version
FROM casework_case c
WHERE agency = ? AND state <> 'closed'
  AND EXISTS (SELECT 1 FROM casework_date d WHERE d.agency = c.agency AND d.case_id = c.id)
ORDER BY number
