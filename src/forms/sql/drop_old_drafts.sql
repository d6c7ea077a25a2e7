DELETE FROM forms_draft WHERE agency = ? AND kept_at < ?
