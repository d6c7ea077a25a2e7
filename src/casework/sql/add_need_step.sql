INSERT INTO casework_need_step (agency, need, place, step, happened_on, who, note, told_at, told_by)
SELECT n.agency, n.id, COALESCE((SELECT MAX(s.place) FROM casework_need_step s WHERE s.agency = n.agency AND s.need = n.id), 0) + 1, ?, ?, ?, ?, ?, ?
FROM casework_need n
WHERE n.agency = ? AND n.id = ? AND n.case_id = ?
