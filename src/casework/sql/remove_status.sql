DELETE FROM casework_status WHERE agency = ? AND case_id = ?
