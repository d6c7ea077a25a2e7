DELETE FROM casework_work WHERE agency = ? AND case_id = ?
