DELETE FROM people_household_member WHERE agency = ? AND person = ?
