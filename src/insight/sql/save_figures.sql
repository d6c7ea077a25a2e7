INSERT INTO insight_figures (series, level, authority, release, periods, cells) VALUES (?, ?, ?, ?, ?, ?)
