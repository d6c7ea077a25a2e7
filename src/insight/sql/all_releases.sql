SELECT id, dataset, title, file_name, sha256, licence, source, published_on, imported_at, file_rows, cells, periods, superseded
FROM insight_release ORDER BY takes_effect DESC, id DESC
