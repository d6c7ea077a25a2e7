UPDATE people_person SET
    given_name = ?, family_name = ?, known_as = ?, born_on = ?, sex = ?, pronouns = ?, upn = ?, nhs_number = ?, language = ?,
    needs_interpreter = ?, access_needs = ?, alert = ?, version = version + 1, changed_at = ?
WHERE agency = ? AND id = ? AND version = ?
