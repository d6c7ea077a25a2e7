SELECT id, made_by, name, shared, asked, version
FROM forms_saved_view
WHERE agency = ? AND list = ? AND (made_by = ? OR shared = 1)
ORDER BY name, id
