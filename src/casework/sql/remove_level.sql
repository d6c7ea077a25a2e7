DELETE FROM casework_level WHERE agency = ? AND case_id = ?
