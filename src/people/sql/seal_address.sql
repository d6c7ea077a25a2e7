UPDATE people_address SET lines = '', postcode = '', uprn = NULL, sealed = ? WHERE agency = ? AND id = ?
