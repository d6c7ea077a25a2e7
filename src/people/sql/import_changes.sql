SELECT position, person, field, before, after
FROM people_import_change
WHERE agency = ? AND import = ?
ORDER BY position DESC
