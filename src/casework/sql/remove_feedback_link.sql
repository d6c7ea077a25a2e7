DELETE FROM casework_feedback_link WHERE agency = ? AND case_id = ?
