UPDATE access_api_key SET last_used_at = ?
WHERE agency = ? AND api_key = ?
