SELECT done_on, stage, SUM(minutes) AS minutes
FROM casework_action
WHERE agency = ? AND case_id = ?
GROUP BY done_on, stage
