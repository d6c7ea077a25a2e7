SELECT id, person, about, recorded, said, said_by, noted_by, noted_at, settled_on, outcome
FROM people_dispute
WHERE agency = ? AND person = ?
ORDER BY noted_at DESC, id
