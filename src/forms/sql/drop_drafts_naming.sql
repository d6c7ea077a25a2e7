DELETE FROM forms_draft WHERE agency = ? AND page LIKE ?
