SELECT stage, kind, SUM(minutes) AS minutes
FROM casework_action
WHERE agency = ? AND done_on >= ? AND done_on < ?
GROUP BY stage, kind
