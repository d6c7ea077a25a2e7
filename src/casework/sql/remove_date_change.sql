DELETE FROM casework_date_change WHERE agency = ? AND case_id = ?
