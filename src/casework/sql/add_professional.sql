INSERT INTO casework_professional (agency, id, case_id, name, role, organisation)
VALUES (?, ?, ?, ?, ?, ?)
