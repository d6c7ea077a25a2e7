DELETE FROM casework_need WHERE agency = ? AND case_id = ?
