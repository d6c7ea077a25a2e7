INSERT INTO access_alert (agency, user_id, alert, about, glass, sent_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, user_id, about, glass) DO NOTHING
