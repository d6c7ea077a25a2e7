SELECT sign_in, started_at, ends_at, ends_latest_at FROM access_sign_in
WHERE agency = ? AND account IS NOT NULL
ORDER BY sign_in
