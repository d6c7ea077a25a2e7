INSERT INTO people_breach (agency, id, aware_at, what, whose_account, from_day, until_day, not_reported, not_told, learned, made_by,
    version)
VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', ?, 1)
