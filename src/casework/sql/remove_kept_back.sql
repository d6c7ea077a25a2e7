DELETE FROM casework_kept_back WHERE agency = ? AND case_id = ?
