INSERT INTO insight_boundary (area, rings) VALUES (?, ?)
