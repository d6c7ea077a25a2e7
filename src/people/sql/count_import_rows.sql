SELECT count(*) AS waiting FROM people_import_row WHERE agency = ? AND import = ? AND settled_at IS NULL
