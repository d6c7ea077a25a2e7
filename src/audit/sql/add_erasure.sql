INSERT INTO audit_erasure (agency, through_sequence, noted_as) VALUES (?, ?, ?)
