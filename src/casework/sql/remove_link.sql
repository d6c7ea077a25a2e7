DELETE FROM casework_link WHERE agency = ? AND case_id = ?
