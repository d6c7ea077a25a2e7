SELECT authority, ons_code, first_year, last_year FROM places_authority_code ORDER BY authority, first_year, ons_code
