SELECT laestab FROM places_former_number WHERE urn = ? ORDER BY laestab
