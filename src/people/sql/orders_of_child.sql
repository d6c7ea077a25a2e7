SELECT kind, concerns, made_on, ends_on, document FROM people_order WHERE agency = ? AND child = ? ORDER BY position
