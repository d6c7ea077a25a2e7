SELECT ons_code, first_year, last_year FROM places_authority_code WHERE authority = ? ORDER BY first_year, ons_code
