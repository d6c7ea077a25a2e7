SELECT * FROM access_break_glass WHERE agency = ? ORDER BY opened_at DESC, glass
