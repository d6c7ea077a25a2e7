SELECT id, kind, from_on, until_on, who, words, feeling
FROM casework_journey
WHERE agency = ? AND case_id = ? AND taken_out = 0
ORDER BY from_on, told_at, id
