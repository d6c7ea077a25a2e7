INSERT INTO people_merge (agency, id, kept, joined, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?)
