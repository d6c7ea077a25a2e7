SELECT starts_on FROM people_school_place
WHERE agency = ? AND child = ? AND school = ?
    AND position = (SELECT max(position) FROM people_school_place WHERE agency = ? AND child = ?)
