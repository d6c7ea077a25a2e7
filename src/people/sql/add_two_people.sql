INSERT INTO people_two_people (agency, one, other, found_by, found_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, one, other) DO NOTHING
