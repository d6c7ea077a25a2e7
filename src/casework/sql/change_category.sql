UPDATE casework_attachment
SET category = ?, version = version + 1
WHERE agency = ? AND case_id = ? AND id = ? AND version = ?
