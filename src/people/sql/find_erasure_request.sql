SELECT id, person, asked_by, ground, wanted, received_on, identity_asked, identity_shown_on, complex, why_complex, decision, parts, refusals,
    words, decided_on, decided_by, answered_on, carried_out_on, carried_out_by, made_by, version
FROM people_erasure_request
WHERE agency = ? AND id = ?
