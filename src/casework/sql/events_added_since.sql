SELECT e.id, e.case_id, e.kind, e.added_at, e.added_by, e.version, f.name, f.value
FROM casework_event e
JOIN casework_event_fact f ON f.agency = e.agency AND f.event = e.id
WHERE e.agency = ? AND e.added_at >= ?
ORDER BY e.id, f.version, f.name
