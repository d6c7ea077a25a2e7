SELECT code, name, region FROM places_authority WHERE code = ?
