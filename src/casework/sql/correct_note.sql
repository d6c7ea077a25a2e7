UPDATE casework_note
SET about_on = ?, words = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
