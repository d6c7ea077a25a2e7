UPDATE casework_removal SET period = ?, removed_at = ?, removed_by = ?
WHERE agency = ? AND kind = ? AND record = ? AND removed_at IS NULL
