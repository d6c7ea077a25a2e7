UPDATE casework_hold SET ending_asked_by = NULL
WHERE agency = ? AND kind = ? AND record = ? AND ended_at IS NULL AND ending_asked_by = ?
