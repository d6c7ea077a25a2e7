SELECT id, case_id, about_on, words, written_at, written_by, version
FROM casework_note
WHERE agency = ? AND case_id = ?
ORDER BY about_on DESC, written_at DESC, id
