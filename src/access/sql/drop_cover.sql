DELETE FROM access_cover
WHERE agency = ? AND absent = ? AND covered_by = ? AND first_day = ?
