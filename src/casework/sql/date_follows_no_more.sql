UPDATE casework_date SET follows = 0 WHERE agency = ? AND case_id = ? AND name = ?
