DELETE FROM audit_purpose WHERE agency = ? AND given_at <= ?
