SELECT stage, kind, SUM(minutes) AS minutes
FROM casework_action
WHERE agency = ? AND case_id = ?
GROUP BY stage, kind
