DELETE FROM people_search_key WHERE agency = ? AND person = ?
