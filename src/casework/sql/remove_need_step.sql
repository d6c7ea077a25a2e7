DELETE FROM casework_need_step
WHERE agency = ? AND need IN (SELECT id FROM casework_need WHERE agency = ? AND case_id = ?)
