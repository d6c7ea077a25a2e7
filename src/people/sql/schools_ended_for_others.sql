SELECT DISTINCT ended_for FROM people_school_place WHERE agency = ? AND child = ? AND ended_for IS NOT NULL
