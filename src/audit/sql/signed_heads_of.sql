SELECT agency, sequence, hash, at, signature FROM audit_signed_head WHERE agency = ? ORDER BY sequence
