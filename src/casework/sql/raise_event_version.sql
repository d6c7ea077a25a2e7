UPDATE casework_event SET version = version + 1 WHERE agency = ? AND id = ? AND version = ?
