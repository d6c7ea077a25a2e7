UPDATE people_school_place SET ends_on = NULL
WHERE agency = ? AND child = ? AND school = ?
    AND position = (SELECT max(position) FROM people_school_place WHERE agency = ? AND child = ?)
    AND coalesce(?, ends_on) = ends_on
