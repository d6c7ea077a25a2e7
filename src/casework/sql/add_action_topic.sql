INSERT INTO casework_action_topic (agency, action_id, version, topic)
VALUES (?, ?, ?, ?)
