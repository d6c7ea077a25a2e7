SELECT changed_at FROM people_person WHERE agency = ? AND id = ?
