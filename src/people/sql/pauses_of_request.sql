SELECT starts_on, ends_on FROM people_request_pause WHERE agency = ? AND request = ? ORDER BY starts_on
