DELETE FROM casework_attachment_before
WHERE agency = ? AND id IN (SELECT id FROM casework_attachment WHERE agency = ? AND case_id = ?)
