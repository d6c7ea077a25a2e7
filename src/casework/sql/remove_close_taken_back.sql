DELETE FROM casework_close_taken_back WHERE agency = ? AND case_id = ?
