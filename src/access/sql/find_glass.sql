SELECT * FROM access_break_glass WHERE agency = ? AND glass = ?
