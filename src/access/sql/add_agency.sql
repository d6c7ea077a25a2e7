INSERT INTO access_agency (agency, kind, name, urn, created_at)
VALUES (?, ?, ?, ?, ?)
