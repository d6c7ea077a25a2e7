DELETE FROM casework_attachment WHERE agency = ? AND case_id = ?
