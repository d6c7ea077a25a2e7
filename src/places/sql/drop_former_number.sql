DELETE FROM places_former_number WHERE urn = ?
