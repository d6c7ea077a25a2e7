DELETE FROM casework_next_step_result
WHERE agency = ? AND next_step IN (SELECT id FROM casework_next_step WHERE agency = ? AND case_id = ?)
