DELETE FROM casework_signpost_result
WHERE agency = ? AND signpost IN (SELECT id FROM casework_signpost WHERE agency = ? AND contact = ?)
