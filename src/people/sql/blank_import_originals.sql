UPDATE people_import SET original = ?, file_name = ?
WHERE agency = ? AND id IN (SELECT import FROM people_import_change WHERE agency = ? AND person = ?)
