INSERT INTO insight_upload (token, owner, file_name, file, meta, published_on, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?)
