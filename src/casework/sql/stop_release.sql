UPDATE casework_release SET state = 'stopped', version = version + 1
WHERE agency = ? AND id = ? AND state = 'released'
