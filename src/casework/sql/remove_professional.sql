DELETE FROM casework_professional WHERE agency = ? AND case_id = ?
