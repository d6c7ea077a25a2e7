INSERT INTO casework_calendar_seen (agency, revision) VALUES (?, ?)
ON CONFLICT (agency) DO UPDATE SET revision = excluded.revision
