DELETE FROM sign_on_identity WHERE agency = ? AND provider = ?
