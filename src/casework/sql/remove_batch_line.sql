DELETE FROM casework_batch_line WHERE agency = ? AND case_id = ?
