INSERT INTO access_sign_in (agency, sign_in, user_id, token_hash, stage, proof, form_token, browser, started_at, seen_at, proved_at,
    ends_at, account, account_session, ends_latest_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
