DELETE FROM casework_account WHERE agency = ? AND case_id = ?
