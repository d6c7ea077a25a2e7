INSERT INTO casework_note_before (agency, id, version, case_id, about_on, words, corrected_at, corrected_by)
SELECT agency, id, version, case_id, about_on, words, ?, ?
FROM casework_note
WHERE agency = ? AND case_id = ? AND id = ? AND version = ?
