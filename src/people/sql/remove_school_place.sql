DELETE FROM people_school_place
WHERE agency = ? AND child = ?
    AND school = ? AND kind = ? AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?
    AND position = (SELECT min(position) FROM people_school_place
                    WHERE agency = ? AND child = ? AND school = ? AND kind = ?
                        AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?)
