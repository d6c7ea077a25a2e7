SELECT area, rings FROM insight_boundary ORDER BY area
