UPDATE casework_link SET ended_at = ?
WHERE agency = ? AND id = ? AND ended_at IS NULL
