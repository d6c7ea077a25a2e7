DELETE FROM casework_action_with
WHERE agency = ? AND action_id IN (SELECT id FROM casework_action WHERE agency = ? AND case_id = ?)
