INSERT INTO people_caseload (agency, person, holder, holder_kind) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, person, holder) DO NOTHING
