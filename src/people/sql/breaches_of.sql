SELECT id, aware_at, what, whose_account, from_day, until_day, reported_on, not_reported, told_on, not_told, closed_on, learned, version
FROM people_breach
WHERE agency = ?
ORDER BY aware_at DESC, id
