-- A sign-in whose session there was never named ends with any session of its account.
SELECT user_id, sign_in FROM access_sign_in
WHERE agency = ? AND account IS NOT NULL AND (account = ? OR ? = '')
    AND (account_session = ? OR ? = '' OR (account_session = '' AND account = ?))
ORDER BY user_id, sign_in
