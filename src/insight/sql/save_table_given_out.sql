INSERT INTO insight_table_given_out (series, number, given_out_at, request, records, shown)
SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM insight_table_given_out WHERE series = ?
