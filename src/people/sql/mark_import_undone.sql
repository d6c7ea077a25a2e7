UPDATE people_import SET undone_at = ? WHERE agency = ? AND id = ? AND undone_at IS NULL
