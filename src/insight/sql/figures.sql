SELECT f.release, f.cells FROM insight_series s
JOIN insight_figures f ON f.series = s.id
JOIN insight_release r ON r.id = f.release
WHERE s.dataset = ? AND s.indicator = ? AND s.breakdown = ? AND s.period = ? AND f.level = ? AND f.authority = ?
    AND r.superseded = 0
ORDER BY r.takes_effect DESC, r.id DESC
