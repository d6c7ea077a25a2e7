UPDATE casework_paper SET decision = ?, reason = ?, decided_by = ?, decided_at = ?
WHERE agency = ? AND release = ? AND number = ?
