DELETE FROM casework_thread WHERE agency = ? AND case_id = ?
