UPDATE people_school_place SET ends_on = ?
WHERE agency = ? AND child = ? AND kind = 'main' AND ends_on = ? AND (starts_on IS NULL OR starts_on <= ?)
