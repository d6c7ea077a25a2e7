SELECT kind, record FROM casework_hold WHERE agency = ? AND ended_at IS NULL ORDER BY begun_at LIMIT ?
