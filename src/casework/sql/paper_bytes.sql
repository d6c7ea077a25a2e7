SELECT sealed FROM casework_paper WHERE agency = ? AND release = ? AND number = ?
