DELETE FROM casework_release WHERE agency = ? AND case_id = ?
