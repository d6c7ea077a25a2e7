DELETE FROM casework_allocation WHERE agency = ? AND case_id = ?
