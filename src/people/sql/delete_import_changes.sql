DELETE FROM people_import_change WHERE agency = ? AND person = ?
