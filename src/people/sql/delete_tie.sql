DELETE FROM people_tie WHERE agency = ? AND child = ? AND adult = ? AND version = 1
