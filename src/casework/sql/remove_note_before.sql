DELETE FROM casework_note_before WHERE agency = ? AND case_id = ?
