SELECT household.id, household.name, household.version, member.person, member.starts_on, member.ends_on
FROM people_household_member own
JOIN people_household household ON household.agency = own.agency AND household.id = own.household
JOIN people_household_member member ON member.agency = own.agency AND member.household = own.household
WHERE own.agency = ? AND own.person = ?
ORDER BY household.id, member.starts_on, member.person
