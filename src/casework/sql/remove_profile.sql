DELETE FROM casework_profile WHERE agency = ? AND case_id = ?
