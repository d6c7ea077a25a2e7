UPDATE access_break_glass SET reviewed_by = ?, reviewed_at = ?, finding = ?, finding_words = ?
WHERE agency = ? AND glass = ? AND reviewed_by IS NULL
