SELECT access_api_key.agency, access_api_key.api_key, access_api_key.name, access_api_key.purpose, access_api_key.made_by, access_api_key.made_at,
    access_api_key.ends_on, access_api_key.revoked_at, access_api_key.last_used_at, access_agency.name AS agency_name, access_agency.kind
FROM access_api_key
JOIN access_agency ON access_agency.agency = access_api_key.agency
WHERE access_api_key.key_hash = ?
