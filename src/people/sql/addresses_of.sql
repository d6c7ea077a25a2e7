SELECT id, person, lines, postcode, uprn, sealed, starts_on, ends_on
FROM people_address
WHERE agency = ? AND person = ?
ORDER BY starts_on, id
