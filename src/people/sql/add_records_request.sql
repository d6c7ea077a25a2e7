INSERT INTO people_records_request (agency, id, person, asked_by, received_on, identity_asked, complex, why_complex, outcome, made_by, version)
VALUES (?, ?, ?, ?, ?, ?, 0, '', '', ?, 1)
