SELECT agency, kind, name, urn
FROM access_agency
ORDER BY name, agency
