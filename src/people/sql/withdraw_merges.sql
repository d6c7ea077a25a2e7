UPDATE people_merge SET undone_by = ?, undone_at = ?
WHERE agency = ? AND made_at IS NULL AND undone_at IS NULL AND ((kept = ? AND joined = ?) OR (kept = ? AND joined = ?))
