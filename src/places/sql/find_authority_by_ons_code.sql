SELECT authority FROM places_authority_code WHERE ons_code = ? AND first_year <= ? AND last_year >= ? ORDER BY authority
