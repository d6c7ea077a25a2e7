UPDATE people_person SET died_on = ?, version = version + 1, changed_at = ? WHERE agency = ? AND id = ?
