SELECT joined.action_id, joined.version, joined.professional_id
FROM casework_action_with AS joined
JOIN casework_action AS action ON action.agency = joined.agency AND action.id = joined.action_id
WHERE joined.agency = ? AND action.case_id = ? AND joined.version = action.version
ORDER BY joined.professional_id
