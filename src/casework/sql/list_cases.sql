SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, priority, waiting_since, waiting_reason, version
FROM casework_case
WHERE agency = ? AND number < ?
  AND (? = '' OR state = ?)
  AND (? = 0 OR state <> 'closed')
  AND (? = 0 OR level = ?)
  AND (? = '' OR caseworker = ?)
  AND (? = 0 OR caseworker IS NULL)
  AND (? = '' OR ? LIKE '%' || COALESCE(caseworker, opened_by) || '%')
ORDER BY number DESC
LIMIT ?
