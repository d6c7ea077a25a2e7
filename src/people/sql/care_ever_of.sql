SELECT starts_on, status, council, ends_on FROM people_care
WHERE agency = ? AND child = ?
ORDER BY starts_on, position
