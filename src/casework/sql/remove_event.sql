DELETE FROM casework_event WHERE agency = ? AND case_id = ?
