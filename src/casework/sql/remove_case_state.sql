DELETE FROM casework_case_state WHERE agency = ? AND case_id = ?
