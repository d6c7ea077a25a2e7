UPDATE people_person SET merged_into = ? WHERE agency = ? AND id = ?
