UPDATE casework_paper SET decision = ?, found = ?, reason = ?, decided_by = ?, decided_at = ?
WHERE agency = ? AND release = ? AND number = ?
