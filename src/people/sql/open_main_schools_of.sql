SELECT school, starts_on FROM people_school_place WHERE agency = ? AND child = ? AND kind = 'main' AND ends_on IS NULL ORDER BY position
