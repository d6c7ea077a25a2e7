SELECT id, made_by, name, shared, asked, version
FROM forms_saved_view
WHERE agency = ? AND id = ? AND list = ? AND (made_by = ? OR shared = 1)
