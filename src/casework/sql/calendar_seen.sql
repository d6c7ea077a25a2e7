SELECT revision FROM casework_calendar_seen WHERE agency = ?
