SELECT n.id, n.case_id, n.kind, n.words, s.step, s.happened_on, s.who, s.note
FROM casework_need n
JOIN casework_need_step s ON s.agency = n.agency AND s.need = n.id
WHERE n.agency = ? AND n.case_id = ?
ORDER BY n.added_at, n.id, s.happened_on, s.place
