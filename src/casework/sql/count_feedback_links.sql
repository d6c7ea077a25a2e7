SELECT count(*) AS links FROM casework_feedback_link WHERE agency = ? AND case_id = ? AND last_day >= ?
