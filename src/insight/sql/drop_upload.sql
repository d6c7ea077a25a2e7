DELETE FROM insight_upload WHERE token = ? OR sent_at < ?
