INSERT INTO people_deletion (agency, person, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, person) DO NOTHING
