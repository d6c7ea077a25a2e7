INSERT INTO casework_task (agency, id, case_id, title, due_on, due_minute, owner, state, waiting_for, duty, added_at, added_by, settled_at, settled_by, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 1)
