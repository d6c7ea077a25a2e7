DELETE FROM forms_draft WHERE agency = ? AND user_id = ? AND page = ?
