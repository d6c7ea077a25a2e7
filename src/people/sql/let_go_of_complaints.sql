DELETE FROM people_complaint WHERE agency = ? AND answered_on < ?
