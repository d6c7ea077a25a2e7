SELECT count(*) AS counted FROM people_counted WHERE agency = ?
