DELETE FROM casework_journey WHERE agency = ? AND case_id = ?
