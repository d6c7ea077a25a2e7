SELECT absent
FROM access_cover
WHERE agency = ? AND covered_by = ? AND first_day <= ? AND last_day >= ?
ORDER BY absent
