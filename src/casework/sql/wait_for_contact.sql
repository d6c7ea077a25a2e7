UPDATE casework_contact SET version = version WHERE agency = ? AND id = ?
