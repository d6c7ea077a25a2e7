SELECT DISTINCT dataset FROM insight_series ORDER BY dataset
