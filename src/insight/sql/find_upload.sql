SELECT file_name, file, meta, published_on FROM insight_upload WHERE token = ? AND sent_at >= ?
