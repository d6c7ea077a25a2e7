UPDATE casework_paper SET place = ?
WHERE agency = ? AND release = ? AND number = ?
