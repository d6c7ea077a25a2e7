UPDATE people_school_place SET ends_on = NULL, ended_for = NULL
WHERE agency = ? AND child = ?
    AND position = (SELECT max(position) FROM people_school_place
                    WHERE agency = ? AND child = ? AND kind = 'main' AND ends_on = ?)
