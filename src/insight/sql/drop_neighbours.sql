DELETE FROM insight_neighbour WHERE list = ?
