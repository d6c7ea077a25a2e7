DELETE FROM people_household
WHERE agency = ? AND NOT EXISTS (
    SELECT 1 FROM people_household_member member WHERE member.agency = people_household.agency AND member.household = people_household.id)
