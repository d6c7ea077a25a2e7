SELECT caseworker, state, level, count(*) AS cases
FROM casework_case
WHERE agency = ? AND state <> 'closed'
GROUP BY caseworker, state, level
