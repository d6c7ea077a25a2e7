SELECT absent, covered_by, first_day, last_day
FROM access_cover
WHERE agency = ? AND last_day >= ?
ORDER BY first_day, absent, covered_by
