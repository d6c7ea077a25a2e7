-- As list_cases, of the caseloads of a few people: found by whose they are, since most cases are somebody else's.
SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, priority, waiting_since, waiting_reason, version
FROM casework_case
WHERE agency = ? AND CASE WHEN caseworker IS NULL THEN opened_by ELSE caseworker END IN (?, ?, ?, ?, ?, ?, ?, ?)
  AND number < ?
  AND (? = '' OR state = ?)
  AND (? = 0 OR state <> 'closed')
  AND (? = 0 OR level = ?)
  AND (? = '' OR caseworker = ?)
  AND (? = 0 OR caseworker IS NULL)
ORDER BY number DESC
LIMIT ?
