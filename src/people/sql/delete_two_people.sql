DELETE FROM people_two_people WHERE agency = ? AND (one = ? OR other = ?)
