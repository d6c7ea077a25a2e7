-- Says what else there is of the person, so that it is asked for only where there is any.
SELECT p.id, p.kind, p.given_name, p.family_name, p.known_as, p.born_on, p.died_on, p.sex, p.pronouns, p.upn, p.nhs_number, p.language,
    p.needs_interpreter, p.access_needs, p.alert, p.version, p.merged_into,
    (SELECT count(*) FROM people_other_name n WHERE n.agency = p.agency AND n.person = p.id) AS other_names,
    (SELECT count(*) FROM people_former_upn u WHERE u.agency = p.agency AND u.person = p.id) AS former_upns,
    (SELECT count(*) FROM people_person j WHERE j.agency = p.agency AND j.merged_into = p.id) AS joined
FROM people_person p
WHERE p.agency = ? AND p.id = ?
