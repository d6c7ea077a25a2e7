DELETE FROM casework_action_before WHERE agency = ? AND case_id = ?
