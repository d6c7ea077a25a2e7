SELECT id, about, with_name, override_ground, override_reason, override_authorised_by, override_told_on, override_not_told,
    override_review_on, starts_on, ends_on, stopped_on, shared_by, reviewed_on, reviewed_by, review_found
FROM people_share
WHERE agency = ? AND override_ground IS NOT NULL
ORDER BY CASE WHEN reviewed_on IS NULL THEN 0 ELSE 1 END, override_review_on, id
LIMIT 500
