UPDATE people_request_pause SET ends_on = ? WHERE agency = ? AND request = ? AND ends_on IS NULL
