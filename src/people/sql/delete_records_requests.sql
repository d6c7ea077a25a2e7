DELETE FROM people_records_request WHERE agency = ? AND person = ?
