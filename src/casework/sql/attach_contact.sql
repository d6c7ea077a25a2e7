UPDATE casework_contact SET case_id = ?, child = ? WHERE agency = ? AND id = ? AND case_id IS NULL
