UPDATE casework_task
SET title = ?, due_on = ?, due_minute = ?, owner = ?, state = ?, waiting_for = ?, settled_at = ?, settled_by = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
