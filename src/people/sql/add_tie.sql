INSERT INTO people_tie (agency, child, adult, bond, natural_parent, responsibility, care, contact, emergency_contact, starts_on, ends_on, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
