SELECT l.place, l.work, w.title, l.level, l.moved_on, l.reason, l.moved_by
FROM casework_level l JOIN casework_work w ON w.agency = l.agency AND w.case_id = l.case_id AND w.place = l.work
WHERE l.agency = ? AND l.case_id = ?
ORDER BY l.place
