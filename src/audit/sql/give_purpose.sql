INSERT INTO audit_purpose (agency, actor, sign_in, record, purpose, given_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, actor, sign_in, record) DO UPDATE SET purpose = excluded.purpose, given_at = excluded.given_at
