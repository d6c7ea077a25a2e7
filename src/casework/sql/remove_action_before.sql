DELETE FROM casework_action_before
WHERE agency = ? AND id IN (SELECT id FROM casework_action WHERE agency = ? AND case_id = ?)
