UPDATE casework_visit SET ends_at = ? WHERE agency = ? AND link = ? AND ends_at > ?
