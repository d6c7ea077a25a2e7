DELETE FROM casework_visit WHERE agency = ? AND digest = ?
