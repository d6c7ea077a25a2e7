UPDATE access_break_glass SET reason = ?, finding_words = CASE WHEN finding_words IS NULL THEN NULL ELSE ? END
WHERE agency = ? AND record_kind = ? AND record = ?
