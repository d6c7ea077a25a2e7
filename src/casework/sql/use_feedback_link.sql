DELETE FROM casework_feedback_link WHERE agency = ? AND token_hash = ? AND last_day >= ?
