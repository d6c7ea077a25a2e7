SELECT id, person, asked_by, received_on, identity_asked, identity_shown_on, complex, why_complex, answered_on, outcome, made_by, version
FROM people_records_request
WHERE agency = ? AND answered_on IS NULL
ORDER BY received_on, id
