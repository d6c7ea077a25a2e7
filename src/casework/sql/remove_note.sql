DELETE FROM casework_note WHERE agency = ? AND case_id = ?
