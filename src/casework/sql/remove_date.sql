DELETE FROM casework_date WHERE agency = ? AND case_id = ?
