UPDATE people_school_place
SET school = ?, kind = ?, starts_on = ?, ends_on = ?,
    ended_for = CASE WHEN ends_on = ? AND kind = ? THEN ended_for END
WHERE agency = ? AND child = ?
    AND school = ? AND kind = ? AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?
    AND position = (SELECT min(position) FROM people_school_place
                    WHERE agency = ? AND child = ? AND school = ? AND kind = ?
                        AND coalesce(starts_on, '') = ? AND coalesce(ends_on, '') = ?)
