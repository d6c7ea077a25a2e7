SELECT id, about, purpose, scope, with_agency, with_name, giver, capacity, channel, wording_version, given_on, expires_on, withdrawn_on,
    evidence, refused, fields
FROM people_consent
WHERE agency = ? AND giver = ? AND about <> ?
ORDER BY given_on DESC, id
