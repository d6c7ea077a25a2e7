SELECT child, adult, bond, natural_parent, responsibility, care, contact, emergency_contact, starts_on, ends_on, version
FROM people_tie
WHERE agency = ? AND adult = ?
ORDER BY child
