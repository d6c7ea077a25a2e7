INSERT INTO people_search_key (agency, search_key, person, weight) VALUES (?, ?, ?, ?)
