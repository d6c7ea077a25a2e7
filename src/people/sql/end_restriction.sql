UPDATE people_restriction SET told_on = ?, ended_by = ?, ended_at = ? WHERE agency = ? AND person = ? AND ended_at IS NULL
