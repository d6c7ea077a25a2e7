SELECT id, case_id, purpose, person, thread, about, made_at, ends_at, opened_at, ended_at, made_by, event
FROM casework_link
WHERE agency = ? AND id = ?
