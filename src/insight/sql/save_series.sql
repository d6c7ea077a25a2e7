INSERT INTO insight_series (dataset, indicator, breakdown, period) VALUES (?, ?, ?, ?) RETURNING id
