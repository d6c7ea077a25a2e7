UPDATE casework_case
SET level = COALESCE((SELECT MAX(w.level) FROM casework_work w
                      WHERE w.agency = casework_case.agency AND w.case_id = casework_case.id AND w.ended_on IS NULL), level)
WHERE agency = ? AND id = ?
