SELECT urn, laestab FROM places_former_number ORDER BY urn, laestab
