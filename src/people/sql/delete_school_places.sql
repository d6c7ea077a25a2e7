DELETE FROM people_school_place WHERE agency = ? AND child = ?
