SELECT reason, begun_at, ended_at FROM people_legal_hold WHERE agency = ? AND person = ? ORDER BY position
