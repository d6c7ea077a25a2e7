DELETE FROM sign_on_provider WHERE agency = ? AND provider = ?
