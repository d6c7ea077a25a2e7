UPDATE casework_journey SET taken_out = 1 WHERE agency = ? AND id = ? AND case_id = ?
