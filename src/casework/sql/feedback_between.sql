SELECT month, score, words FROM casework_feedback WHERE agency = ? AND month BETWEEN ? AND ? ORDER BY month, id
