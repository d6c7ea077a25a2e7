INSERT INTO insight_neighbour (list, area, place, neighbour, closeness) VALUES (?, ?, ?, ?, ?)
