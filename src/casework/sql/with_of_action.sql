SELECT action_id, version, professional_id
FROM casework_action_with
WHERE agency = ? AND action_id = ?
ORDER BY professional_id
