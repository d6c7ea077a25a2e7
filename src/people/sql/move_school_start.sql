UPDATE people_school_place SET starts_on = ?
WHERE agency = ? AND child = ?
    AND school = ? AND kind = 'main' AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?
    AND position = (SELECT min(position) FROM people_school_place
                    WHERE agency = ? AND child = ? AND school = ? AND kind = 'main'
                        AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?)
