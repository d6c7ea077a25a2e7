DELETE FROM casework_visit
WHERE agency = ? AND link IN (SELECT id FROM casework_link WHERE agency = ? AND case_id = ?)
