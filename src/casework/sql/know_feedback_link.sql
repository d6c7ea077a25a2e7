SELECT last_day FROM casework_feedback_link WHERE agency = ? AND token_hash = ?
