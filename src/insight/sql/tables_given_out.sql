SELECT request, records, shown FROM insight_table_given_out WHERE series = ? ORDER BY number
