SELECT user_id FROM access_alerted WHERE agency = ?
UNION SELECT user_id FROM access_user_role WHERE agency = ? AND role = 'data_protection_officer' ORDER BY user_id
