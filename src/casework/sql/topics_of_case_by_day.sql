SELECT action.done_on, topic.topic, COUNT(*) AS times
FROM casework_action AS action
JOIN casework_action_topic AS topic
    ON topic.agency = action.agency AND topic.action_id = action.id AND topic.version = action.version
WHERE action.agency = ? AND action.case_id = ?
GROUP BY action.done_on, topic.topic
