DELETE FROM casework_visit WHERE agency = ? AND ends_at <= ?
