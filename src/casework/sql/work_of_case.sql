SELECT place, title, level, begun_on, ended_on
FROM casework_work
WHERE agency = ? AND case_id = ?
ORDER BY place
