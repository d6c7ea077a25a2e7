SELECT count(*) AS sent FROM people_list_sent WHERE agency = ? AND program = ? AND sent_at >= ?
