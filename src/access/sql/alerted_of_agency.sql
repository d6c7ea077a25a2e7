SELECT user_id FROM access_alerted WHERE agency = ? ORDER BY place
