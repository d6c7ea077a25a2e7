SELECT access_sign_in.agency, access_sign_in.sign_in, access_sign_in.user_id, access_sign_in.stage, access_sign_in.proof,
    access_sign_in.form_token, access_sign_in.started_at, access_sign_in.seen_at, access_sign_in.proved_at, access_sign_in.ends_at,
    access_sign_in.account, access_sign_in.account_session, access_sign_in.ends_latest_at,
    access_user.name AS user_name, access_user.state, access_agency.name AS agency_name, access_agency.kind
FROM access_sign_in
JOIN access_user ON access_user.agency = access_sign_in.agency AND access_user.user_id = access_sign_in.user_id
JOIN access_agency ON access_agency.agency = access_sign_in.agency
WHERE access_sign_in.token_hash = ?
