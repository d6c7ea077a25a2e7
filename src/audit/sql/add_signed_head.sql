INSERT INTO audit_signed_head (agency, sequence, hash, at, signature) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, sequence) DO NOTHING
