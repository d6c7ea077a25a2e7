UPDATE people_address SET ends_on = NULL WHERE agency = ? AND id = ?
