SELECT id, held_on, kind, title, people, minutes, recorded_by
FROM casework_open_offer
WHERE agency = ? AND held_on >= ? AND held_on <= ? AND withdrawn_at IS NULL
ORDER BY held_on DESC, id
