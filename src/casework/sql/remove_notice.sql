DELETE FROM casework_notice
WHERE agency = ? AND thread IN (SELECT id FROM casework_thread WHERE agency = ? AND case_id = ?)
