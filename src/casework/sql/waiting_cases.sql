SELECT id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, priority, waiting_since, waiting_reason, version
FROM casework_case
WHERE agency = ? AND state = 'waiting'
  AND (? = '' OR ? LIKE '%' || COALESCE(caseworker, opened_by) || '%')
ORDER BY CASE priority WHEN 'urgent' THEN 1 WHEN 'soon' THEN 2 ELSE 3 END, waiting_since, number
LIMIT ?
