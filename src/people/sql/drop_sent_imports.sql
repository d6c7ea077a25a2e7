DELETE FROM people_import WHERE agency = ? AND state = 'sent' AND sent_at < ?
