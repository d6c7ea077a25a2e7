INSERT INTO casework_signpost_result (agency, signpost, number, result, note, learned_at, learned_by)
SELECT agency, id,
    COALESCE((SELECT MAX(number) FROM casework_signpost_result WHERE agency = ? AND signpost = ?), 0) + 1,
    ?, ?, ?, ?
FROM casework_signpost
WHERE agency = ? AND id = ? AND contact = ?
