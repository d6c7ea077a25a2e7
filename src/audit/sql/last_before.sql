SELECT max(sequence) AS sequence FROM audit_entry WHERE agency = ? AND at < ?
