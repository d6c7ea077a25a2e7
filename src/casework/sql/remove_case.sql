DELETE FROM casework_case WHERE agency = ? AND id = ?
