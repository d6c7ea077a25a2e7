SELECT f.release, f.cells FROM insight_series s
JOIN insight_figures f ON f.series = s.id
WHERE s.dataset = ? AND s.indicator = ? AND s.breakdown = ? AND s.period = ? AND f.level = ? AND f.release = ?
ORDER BY f.authority
