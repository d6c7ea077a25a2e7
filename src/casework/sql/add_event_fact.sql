INSERT INTO casework_event_fact (agency, event, version, name, value, told_at, told_by)
VALUES (?, ?, ?, ?, ?, ?, ?)
