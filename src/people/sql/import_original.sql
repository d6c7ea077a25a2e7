SELECT original FROM people_import WHERE agency = ? AND id = ?
