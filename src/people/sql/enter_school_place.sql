INSERT INTO people_school_place (agency, child, position, school, kind, starts_on, ends_on) VALUES (?, ?, 1, ?, ?, ?, NULL)
