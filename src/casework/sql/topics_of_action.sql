SELECT action_id, version, topic
FROM casework_action_topic
WHERE agency = ? AND action_id = ?
