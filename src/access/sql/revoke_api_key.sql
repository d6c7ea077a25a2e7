UPDATE access_api_key SET revoked_at = ?
WHERE agency = ? AND api_key = ? AND revoked_at IS NULL
