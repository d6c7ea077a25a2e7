DELETE FROM casework_close WHERE agency = ? AND case_id = ?
