UPDATE casework_batch SET undone_at = ?, undone_by = ? WHERE agency = ? AND id = ? AND undone_at IS NULL
