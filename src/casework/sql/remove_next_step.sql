DELETE FROM casework_next_step WHERE agency = ? AND case_id = ?
