DELETE FROM people_share WHERE agency = ? AND about = ?
