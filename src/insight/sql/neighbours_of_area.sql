SELECT place, neighbour, closeness FROM insight_neighbour WHERE list = ? AND area = ? ORDER BY place
