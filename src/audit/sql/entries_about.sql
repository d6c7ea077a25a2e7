SELECT * FROM audit_entry WHERE agency = ? AND record = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?
