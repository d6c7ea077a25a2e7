UPDATE people_legal_hold SET ended_by = ?, ended_at = ?
WHERE agency = ? AND person = ? AND ended_at IS NULL AND ending_asked_by IS NOT NULL AND ending_asked_by <> ?
