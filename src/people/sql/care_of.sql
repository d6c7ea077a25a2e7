SELECT starts_on, status, council, ends_on FROM people_care
WHERE agency = ? AND child = ? AND taken_back_at IS NULL
ORDER BY starts_on, position
