UPDATE people_export SET agreed_by = ?, agreed_at = ? WHERE agency = ? AND id = ? AND agreed_at IS NULL
