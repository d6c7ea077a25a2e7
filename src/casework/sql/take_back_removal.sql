DELETE FROM casework_removal
WHERE agency = ? AND kind = ? AND record = ? AND removed_at IS NULL AND proposed_by = ?
