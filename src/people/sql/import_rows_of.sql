SELECT number, reason, person, found, settled_by, settled_at
FROM people_import_row
WHERE agency = ? AND import = ?
ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, number
LIMIT ?
