INSERT INTO casework_task_before (agency, id, version, changed_at, changed_by, why, title, due_on, due_minute, owner, state, waiting_for)
SELECT agency, id, version, ?, ?, ?, title, due_on, due_minute, owner, state, waiting_for
FROM casework_task
WHERE agency = ? AND id = ? AND version = ?
