DELETE FROM casework_paper
WHERE agency = ? AND release IN (SELECT id FROM casework_release WHERE agency = ? AND case_id = ?)
