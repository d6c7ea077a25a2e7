DELETE FROM people_export WHERE agency = ? AND asked_at <= ?
