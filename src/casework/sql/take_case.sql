UPDATE casework_case SET version = version + 1 WHERE agency = ? AND id = ?
