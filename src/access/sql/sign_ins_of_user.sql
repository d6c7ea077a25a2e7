SELECT sign_in, proof, browser, started_at, seen_at, ends_at
FROM access_sign_in
WHERE agency = ? AND user_id = ? AND stage = 'full' AND ends_at > ?
ORDER BY seen_at DESC, sign_in
