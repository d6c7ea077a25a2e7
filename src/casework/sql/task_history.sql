SELECT version, changed_at, changed_by, why, title, due_on, state, waiting_for
FROM casework_task_before
WHERE agency = ? AND id = ?
ORDER BY version DESC
