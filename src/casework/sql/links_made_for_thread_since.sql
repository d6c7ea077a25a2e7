SELECT COUNT(*) AS links FROM casework_link
WHERE agency = ? AND thread = ? AND made_at > ?
