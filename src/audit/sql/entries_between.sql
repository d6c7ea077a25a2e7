SELECT * FROM audit_entry WHERE agency = ? AND at >= ? AND at < ? ORDER BY sequence LIMIT ?
