SELECT school, kind, starts_on, ends_on FROM people_school_place WHERE agency = ? AND child = ? ORDER BY coalesce(starts_on, ''), position
