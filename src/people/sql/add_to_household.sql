INSERT INTO people_household_member (agency, household, person, starts_on) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, household, person, starts_on) DO UPDATE SET ends_on = NULL
