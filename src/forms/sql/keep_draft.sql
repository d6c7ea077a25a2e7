INSERT INTO forms_draft (agency, user_id, page, kept_at, sealed) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, user_id, page) DO UPDATE SET kept_at = excluded.kept_at, sealed = excluded.sealed
