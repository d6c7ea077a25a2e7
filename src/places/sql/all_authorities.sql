SELECT code, name, region FROM places_authority ORDER BY code
