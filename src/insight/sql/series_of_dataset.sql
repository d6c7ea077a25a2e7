SELECT id, indicator, breakdown, period FROM insight_series WHERE dataset = ?
