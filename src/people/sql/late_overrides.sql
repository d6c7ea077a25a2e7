SELECT id, override_authorised_by FROM people_share
WHERE agency = ? AND override_review_on IS NOT NULL AND reviewed_on IS NULL AND override_review_on < ? AND late_told_on IS NULL
ORDER BY override_review_on, id
