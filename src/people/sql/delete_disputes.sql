DELETE FROM people_dispute WHERE agency = ? AND person = ?
