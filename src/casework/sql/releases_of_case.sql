SELECT id, case_id, person, recipient, purpose, audience, state, begun_at, begun_by, released_at, released_by,
    stopped_at, stopped_by, version
FROM casework_release
WHERE agency = ? AND case_id = ?
ORDER BY begun_at DESC, id
