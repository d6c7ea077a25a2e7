DELETE FROM casework_note_before
WHERE agency = ? AND id IN (SELECT id FROM casework_note WHERE agency = ? AND case_id = ?)
