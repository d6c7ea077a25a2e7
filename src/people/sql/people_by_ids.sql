-- Sixty people at once. Where others were joined to a record, `joined` says how many.
SELECT p.id, p.kind, p.given_name, p.family_name, p.known_as, p.born_on, p.died_on, p.sex, p.pronouns, p.upn, p.nhs_number, p.language,
    p.needs_interpreter, p.access_needs, p.alert, p.version, p.merged_into,
    (SELECT count(*) FROM people_person j WHERE j.agency = p.agency AND j.merged_into = p.id) AS joined
FROM people_person p
WHERE p.agency = ? AND p.id IN (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
)
