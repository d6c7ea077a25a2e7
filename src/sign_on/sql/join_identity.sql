INSERT INTO sign_on_identity (agency, user_id, provider, issuer, subject, joined_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, user_id, provider)
DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject, joined_at = excluded.joined_at
