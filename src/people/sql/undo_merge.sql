UPDATE people_merge SET undone_by = ?, undone_at = ? WHERE agency = ? AND id = ? AND made_at IS NOT NULL AND undone_at IS NULL
