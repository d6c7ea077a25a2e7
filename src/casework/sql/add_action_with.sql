INSERT INTO casework_action_with (agency, action_id, version, professional_id)
SELECT ?, ?, ?, id
FROM casework_professional
WHERE agency = ? AND case_id = ? AND id = ?
