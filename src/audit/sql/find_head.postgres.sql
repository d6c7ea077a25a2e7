SELECT sequence, hash FROM audit_head WHERE agency = ? FOR UPDATE
