UPDATE people_import_row SET person = ?, found = ?, settled_by = ?, settled_at = ?
WHERE agency = ? AND import = ? AND number = ? AND settled_at IS NULL
