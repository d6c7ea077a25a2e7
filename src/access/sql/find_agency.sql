SELECT agency, kind, name, urn
FROM access_agency
WHERE agency = ?
