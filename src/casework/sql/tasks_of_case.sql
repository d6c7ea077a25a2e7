SELECT id, case_id, title, due_on, due_minute, owner, state, waiting_for, duty, added_at, added_by, settled_at, settled_by, version
FROM casework_task
WHERE agency = ? AND case_id = ?
ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'waiting' THEN 0 ELSE 1 END, COALESCE(due_on, '9999-12-31'), COALESCE(due_minute, 1440), added_at, id
