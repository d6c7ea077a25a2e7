SELECT position, person, field, before, after
FROM people_import_change
WHERE agency = ? AND import = ? AND list_row = ?
ORDER BY position DESC
