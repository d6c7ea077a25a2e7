SELECT api_key, name, purpose, made_by, made_at, ends_on, revoked_at, last_used_at
FROM access_api_key
WHERE agency = ?
ORDER BY made_at DESC, api_key
