INSERT INTO audit_head (agency, sequence, hash) VALUES (?, 0, ?) ON CONFLICT (agency) DO NOTHING
