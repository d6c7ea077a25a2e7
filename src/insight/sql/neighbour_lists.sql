SELECT DISTINCT list FROM insight_neighbour ORDER BY list
