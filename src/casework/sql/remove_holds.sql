DELETE FROM casework_hold WHERE agency = ? AND kind = ? AND record = ?
