SELECT id, kept, joined, proposed_by, proposed_at, agreed_by, made_at, undone_at FROM people_merge WHERE agency = ? AND id = ?
