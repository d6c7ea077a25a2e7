SELECT number, reason, person, found, settled_by, settled_at
FROM people_import_row
WHERE agency = ? AND import = ? AND number = ?
