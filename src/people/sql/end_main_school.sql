UPDATE people_school_place SET ends_on = ?, ended_for = ? WHERE agency = ? AND child = ? AND kind = 'main' AND ends_on IS NULL
