SELECT f.series, f.level, f.authority, f.release, f.periods FROM insight_figures f
JOIN insight_release r ON r.id = f.release
WHERE r.dataset = ? AND r.superseded = 0 ORDER BY r.takes_effect DESC, r.id DESC
