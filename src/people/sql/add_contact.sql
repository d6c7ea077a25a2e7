INSERT INTO people_contact (agency, person, position, channel, value) VALUES (?, ?, ?, ?, ?)
