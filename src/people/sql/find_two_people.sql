SELECT found_by, found_at FROM people_two_people WHERE agency = ? AND one = ? AND other = ?
