UPDATE sign_on_passkey SET signed_so_far = ?, used_at = ?
WHERE agency = ? AND id = ? AND signed_so_far = ?
