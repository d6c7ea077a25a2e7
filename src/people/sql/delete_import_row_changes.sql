DELETE FROM people_import_change WHERE agency = ? AND import = ? AND list_row = ?
