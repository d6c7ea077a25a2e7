DELETE FROM casework_contact_before WHERE agency = ? AND id = ?
