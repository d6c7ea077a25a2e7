UPDATE people_tie SET
    bond = ?, natural_parent = ?, responsibility = ?, care = ?, contact = ?, emergency_contact = ?, starts_on = ?, ends_on = ?,
    version = version + 1
WHERE agency = ? AND child = ? AND adult = ? AND version = ?
