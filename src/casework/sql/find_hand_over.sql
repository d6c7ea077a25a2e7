SELECT contact, made_on, taken_at, taken_by, answers
FROM casework_hand_over
WHERE agency = ? AND code_id = ?
