INSERT INTO people_erasure_request (
    agency, id, person, asked_by, ground, wanted, received_on, identity_asked, complex, why_complex, decision, parts, refusals, words,
    made_by, version
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', '', '', '', ?, 1)
