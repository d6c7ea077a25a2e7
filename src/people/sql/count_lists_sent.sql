SELECT count(*) AS sent FROM people_import WHERE agency = ? AND sent_by = ? AND sent_at >= ?
