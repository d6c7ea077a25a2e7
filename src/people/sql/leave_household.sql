UPDATE people_household_member SET ends_on = ?
WHERE agency = ? AND household = ? AND person = ? AND ends_on IS NULL
