DELETE FROM casework_task_before
WHERE agency = ? AND id IN (SELECT id FROM casework_task WHERE agency = ? AND duty LIKE ('signpost ' || ? || ' %'))
