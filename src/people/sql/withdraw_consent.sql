UPDATE people_consent SET withdrawn_on = ? WHERE agency = ? AND id = ? AND withdrawn_on IS NULL
