DELETE FROM insight_upload WHERE sent_at < ?
