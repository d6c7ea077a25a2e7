UPDATE people_deletion SET agreed_by = ?, deleted_at = ? WHERE agency = ? AND person = ? AND deleted_at IS NULL
