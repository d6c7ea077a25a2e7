UPDATE forms_saved_view SET name = ?, shared = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
