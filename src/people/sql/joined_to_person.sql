SELECT id, kind, given_name, family_name, known_as, born_on, died_on, sex, pronouns, upn, nhs_number, language, needs_interpreter,
    access_needs, alert, version, merged_into
FROM people_person
WHERE agency = ? AND merged_into = ?
ORDER BY created_at, id
