SELECT name, words, was, now_on, why, changed_at
FROM casework_date_change
WHERE agency = ? AND case_id = ?
ORDER BY place DESC
LIMIT ?
