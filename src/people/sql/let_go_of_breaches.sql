DELETE FROM people_breach WHERE agency = ? AND closed_on < ?
