INSERT INTO people_address (agency, id, person, lines, postcode, uprn, sealed, starts_on, ends_on)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)
