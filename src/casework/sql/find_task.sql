SELECT id, case_id, title, due_on, due_minute, owner, state, waiting_for, duty, added_at, added_by, settled_at, settled_by, version
FROM casework_task
WHERE agency = ? AND id = ?
