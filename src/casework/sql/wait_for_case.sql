UPDATE casework_case SET version = version WHERE agency = ? AND id = ?
