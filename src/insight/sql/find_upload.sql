SELECT file_name, file, meta, published_on FROM insight_upload WHERE token = ? AND owner = ? AND owner <> '' AND sent_at >= ?
