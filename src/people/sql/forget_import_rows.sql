UPDATE people_import_row SET person = '' WHERE agency = ? AND person = ?
