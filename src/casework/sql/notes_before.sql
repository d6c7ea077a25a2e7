SELECT id, case_id, about_on, words, corrected_at AS written_at, corrected_by AS written_by, version
FROM casework_note_before
WHERE agency = ? AND id = ?
ORDER BY version
