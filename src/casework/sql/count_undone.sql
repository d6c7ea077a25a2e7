UPDATE casework_batch SET undone_back = ? WHERE agency = ? AND id = ?
