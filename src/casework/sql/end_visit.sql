UPDATE casework_visit SET ends_at = ? WHERE agency = ? AND digest = ? AND ends_at > ?
