DELETE FROM casework_counted WHERE agency = ? AND case_id = ?
