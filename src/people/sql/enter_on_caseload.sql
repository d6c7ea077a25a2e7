INSERT INTO people_caseload (agency, person, holder, holder_kind) VALUES (?, ?, ?, ?)
