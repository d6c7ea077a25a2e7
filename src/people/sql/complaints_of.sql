SELECT id, received_on, came_from, about, acknowledged_on, progress, answered_on, outcome, version
FROM people_complaint
WHERE agency = ?
ORDER BY received_on DESC, id
