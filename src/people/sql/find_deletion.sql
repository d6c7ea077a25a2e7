SELECT reason, proposed_by, proposed_at, agreed_by, deleted_at FROM people_deletion WHERE agency = ? AND person = ?
