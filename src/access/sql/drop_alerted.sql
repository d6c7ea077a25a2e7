DELETE FROM access_alerted WHERE agency = ?
