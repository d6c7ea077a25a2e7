DELETE FROM forms_saved_view WHERE agency = ? AND id = ?
