UPDATE people_import SET original = ?
WHERE agency = ? AND id IN (SELECT import FROM people_import_change WHERE agency = ? AND person = ?)
