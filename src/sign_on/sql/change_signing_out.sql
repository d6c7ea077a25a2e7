UPDATE sign_on_provider SET tells_of_sign_out = ?, longest_hours = ? WHERE agency = ? AND provider = ?
