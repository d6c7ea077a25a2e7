INSERT INTO casework_visit (agency, digest, link, ends_at) VALUES (?, ?, ?, ?)
