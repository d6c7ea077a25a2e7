INSERT INTO people_consent (
    agency, id, about, purpose, scope, with_agency, with_name, giver, capacity, channel, wording_version, given_on, expires_on, withdrawn_on,
    evidence, refused, fields
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)
