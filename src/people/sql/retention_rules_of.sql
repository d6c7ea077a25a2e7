SELECT record_group, starting, years, months, action, source
FROM people_retention_rule
WHERE agency = ?
ORDER BY record_group, starting
