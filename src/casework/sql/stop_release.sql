UPDATE casework_release SET state = 'stopped', stopped_at = ?, stopped_by = ?, version = version + 1
WHERE agency = ? AND id = ? AND state = 'released'
