SELECT * FROM audit_entry WHERE agency = ? AND sequence > ? ORDER BY sequence LIMIT ?
