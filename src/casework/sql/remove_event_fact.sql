DELETE FROM casework_event_fact
WHERE agency = ? AND event IN (SELECT id FROM casework_event WHERE agency = ? AND case_id = ?)
