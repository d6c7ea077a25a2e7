SELECT page, kept_at FROM forms_draft WHERE agency = ? AND user_id = ? ORDER BY kept_at DESC, page
