DELETE FROM people_list_sent WHERE agency = ? AND sent_at < ?
