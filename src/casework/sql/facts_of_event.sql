SELECT version, name, value, told_at, told_by
FROM casework_event_fact
WHERE agency = ? AND event = ?
ORDER BY version, name
