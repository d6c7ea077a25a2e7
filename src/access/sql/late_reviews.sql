SELECT agency, glass FROM access_break_glass WHERE reviewed_by IS NULL AND review_by < ? ORDER BY agency, glass
