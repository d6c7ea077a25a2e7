SELECT purpose FROM audit_purpose WHERE agency = ? AND actor = ? AND sign_in = ? AND record = ? AND given_at > ?
