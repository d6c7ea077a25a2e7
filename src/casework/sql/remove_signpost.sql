DELETE FROM casework_signpost WHERE agency = ? AND contact = ?
