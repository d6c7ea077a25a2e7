INSERT INTO insight_release (dataset, title, file_name, sha256, encoding, licence, source, published_on, takes_effect,
    imported_at, file_rows, cells, periods, superseded)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING id
