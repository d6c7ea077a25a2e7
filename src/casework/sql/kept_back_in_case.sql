SELECT words, told_to FROM casework_kept_back
WHERE agency = ? AND case_id = ?
ORDER BY number
