SELECT user_id, sign_in FROM access_sign_in
WHERE agency = ? AND account IS NOT NULL AND (account = ? OR ? = '') AND (account_session = ? OR ? = '')
ORDER BY user_id, sign_in
