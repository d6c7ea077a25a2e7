SELECT version, changed_at, changed_by, why, title, due_on, due_minute, state, waiting_for
FROM casework_task_before
WHERE agency = ? AND id = ?
ORDER BY version DESC
