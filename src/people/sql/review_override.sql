UPDATE people_share SET reviewed_on = ?, reviewed_by = ?, review_found = ?
WHERE agency = ? AND id = ? AND override_ground IS NOT NULL AND reviewed_on IS NULL
