INSERT INTO people_import_change (agency, import, position, person, field, before, after, list_row)
SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ? FROM people_import_change WHERE agency = ? AND import = ?
