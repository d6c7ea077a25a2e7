UPDATE casework_link SET opened_at = ?
WHERE agency = ? AND id = ? AND opened_at IS NULL AND ended_at IS NULL AND ends_at > ?
