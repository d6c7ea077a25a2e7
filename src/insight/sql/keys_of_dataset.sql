SELECT s.indicator, s.breakdown, s.period FROM insight_series s
WHERE s.dataset = ? AND EXISTS (SELECT 1 FROM insight_figures f WHERE f.series = s.id AND f.level = ?)
ORDER BY s.indicator, s.breakdown, s.period
