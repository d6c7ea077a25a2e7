UPDATE people_breach SET reported_on = ?, not_reported = ?, told_on = ?, not_told = ?, closed_on = ?, learned = ?,
    version = version + 1
WHERE agency = ? AND id = ? AND version = ?
