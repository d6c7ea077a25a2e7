INSERT INTO casework_attachment_before (agency, id, version, category, changed_at, changed_by)
SELECT agency, id, version, category, ?, ?
FROM casework_attachment
WHERE agency = ? AND case_id = ? AND id = ? AND version = ?
