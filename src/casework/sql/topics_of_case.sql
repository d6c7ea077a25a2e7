SELECT about.action_id, about.version, about.topic
FROM casework_action_topic AS about
JOIN casework_action AS action ON action.agency = about.agency AND action.id = about.action_id
WHERE about.agency = ? AND action.case_id = ? AND about.version = action.version
