UPDATE people_address SET ends_on = ? WHERE agency = ? AND id = ? AND ends_on IS NULL
