INSERT INTO people_person (
    agency, id, kind, given_name, family_name, known_as, born_on, died_on, sex, pronouns, upn, nhs_number, language,
    needs_interpreter, access_needs, alert, version, merged_into, created_at, changed_at
) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, 1, NULL, ?, ?)
