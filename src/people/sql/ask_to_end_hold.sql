UPDATE people_legal_hold SET ending_asked_by = ? WHERE agency = ? AND person = ? AND ended_at IS NULL
