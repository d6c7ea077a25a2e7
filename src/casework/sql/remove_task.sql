DELETE FROM casework_task WHERE agency = ? AND case_id = ?
