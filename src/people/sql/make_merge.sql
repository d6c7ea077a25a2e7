UPDATE people_merge SET agreed_by = ?, made_at = ? WHERE agency = ? AND id = ? AND made_at IS NULL
