DELETE FROM people_address WHERE agency = ? AND person = ? AND ends_on IS NOT NULL
