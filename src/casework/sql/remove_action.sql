DELETE FROM casework_action WHERE agency = ? AND case_id = ?
