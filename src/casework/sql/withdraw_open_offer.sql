UPDATE casework_open_offer SET withdrawn_at = ?, withdrawn_by = ?
WHERE agency = ? AND id = ? AND withdrawn_at IS NULL
