SELECT kept_at, sealed FROM forms_draft WHERE agency = ? AND user_id = ? AND page = ?
