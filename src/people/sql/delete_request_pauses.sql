DELETE FROM people_request_pause
WHERE agency = ? AND request IN (SELECT id FROM people_records_request WHERE agency = ? AND person = ?)
