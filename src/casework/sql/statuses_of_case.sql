SELECT said_at, said_by, next_step, next_on
FROM casework_status
WHERE agency = ? AND case_id = ?
ORDER BY said_at DESC, id DESC
