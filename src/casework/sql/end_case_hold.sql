UPDATE casework_hold SET ended_at = ?, ended_by = ?
WHERE agency = ? AND kind = ? AND record = ? AND ended_at IS NULL AND ending_asked_by IS NOT NULL
