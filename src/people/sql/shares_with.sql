SELECT agency, id, about, with_agency, with_name, fields, purpose, basis, consent, law, override_ground, override_reason,
    override_authorised_by, override_told_on, override_not_told, override_review_on, starts_on, ends_on, stopped_on, shared_by, statement
FROM people_share
WHERE with_agency = ?
ORDER BY starts_on DESC, id
